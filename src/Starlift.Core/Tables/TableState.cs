namespace Starlift.Tables;

/// <summary>What a target has under the name of one of a project's tables.</summary>
public enum TableState
{
    /// <summary>Nothing: the run makes it.</summary>
    Missing,

    /// <summary>The table that Starlift has made, or taken, for this project.</summary>
    Own,

    /// <summary>A table that fits and has no rows: it is taken as the project's own.</summary>
    TakenEmpty,

    /// <summary>A table that runs of an earlier version have filled, which remembered no tables: it is taken as the project's own.</summary>
    TakenFromEarlierVersion,

    /// <summary>A table that the run was told to take as the project's own.</summary>
    TakenAsTold,
}
