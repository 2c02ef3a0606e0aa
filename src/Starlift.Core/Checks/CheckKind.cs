namespace Starlift.Checks;

/// <summary>Where a rule comes from.</summary>
public enum CheckKind
{
    /// <summary>NOT NULL of a star table's columns.</summary>
    NotNull,

    /// <summary>A PRIMARY KEY or UNIQUE constraint of a star table.</summary>
    Key,

    /// <summary>REFERENCES of a star table.</summary>
    Reference,

    /// <summary>A file of checks/.</summary>
    Sql,
}
