namespace Starlift.Sql.Meaning.Catalogues;

/// <summary>What a name in FROM is.</summary>
public enum TableKind
{
    /// <summary>A user's table.</summary>
    Table,

    /// <summary>A user's view.</summary>
    View,

    /// <summary>A table of the session alone.</summary>
    Temporary,

    /// <summary>A table or view of the system that the leader node answers: PG_*, information_schema.</summary>
    LeaderSystem,

    /// <summary>A table or view of the system that the compute nodes answer: STL_*, STV_*, SVV_*, SYS_*.</summary>
    ComputeSystem,

    /// <summary>Whatever has that name: a caller that does not know all tables takes it for one.</summary>
    Unknown,
}
