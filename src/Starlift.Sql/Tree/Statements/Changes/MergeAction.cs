namespace Starlift.Sql.Tree;

/// <summary>What MERGE does with a row.</summary>
public enum MergeAction
{
    /// <summary>UPDATE</summary>
    Update,

    /// <summary>DELETE</summary>
    Delete,

    /// <summary>INSERT</summary>
    Insert,
}
