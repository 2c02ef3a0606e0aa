namespace Starlift.Sql.Tree;

/// <summary>Constraints of tables.</summary>
public enum ConstraintKind
{
    /// <summary>PRIMARY KEY</summary>
    PrimaryKey,

    /// <summary>UNIQUE</summary>
    Unique,

    /// <summary>FOREIGN KEY</summary>
    ForeignKey,

    /// <summary>CHECK, which Redshift refuses.</summary>
    Check,
}
