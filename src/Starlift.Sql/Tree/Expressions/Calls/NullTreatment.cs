namespace Starlift.Sql.Tree;

/// <summary>What a window function does with NULLs.</summary>
public enum NullTreatment
{
    /// <summary>Neither is written.</summary>
    Unstated,

    /// <summary>IGNORE NULLS</summary>
    Ignore,

    /// <summary>RESPECT NULLS</summary>
    Respect,
}
