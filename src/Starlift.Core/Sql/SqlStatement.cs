namespace Starlift.Sql;

/// <summary>One statement of a script, in Redshift's dialect.</summary>
public abstract record SqlStatement
{
    /// <summary>The statement as written, without its semicolon.</summary>
    public required SqlSource Source { get; init; }
}
