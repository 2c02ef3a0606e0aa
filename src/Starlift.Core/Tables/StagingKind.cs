namespace Starlift.Tables;

/// <summary>Where the rows of a run's loads are until its models have read them.</summary>
enum StagingKind
{
    /// <summary>In temporary tables, which end with the session.</summary>
    Temporary,

    /// <summary>In durable tables that the run drops: there is more than temporary tables should hold.</summary>
    Scratch,

    /// <summary>In durable tables that stay, to be queried after the run.</summary>
    Kept,
}
