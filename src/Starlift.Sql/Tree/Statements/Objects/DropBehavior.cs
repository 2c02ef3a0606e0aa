namespace Starlift.Sql.Tree;

/// <summary>What becomes of objects that depend on the one that goes.</summary>
public enum DropBehavior
{
    /// <summary>Neither is written.</summary>
    Unstated,

    /// <summary>RESTRICT</summary>
    Restrict,

    /// <summary>CASCADE</summary>
    Cascade,

    /// <summary>FORCE, of a role.</summary>
    Force,
}
