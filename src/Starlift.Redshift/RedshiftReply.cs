namespace Starlift.Redshift;

/// <summary>What Redshift answered to one statement, in the texts of the wire.</summary>
public sealed record RedshiftReply
{
    /// <summary>Names of the result's columns; empty for a statement that yields no rows.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The columns' types: int4, varchar …; the number in pg_type where Starlift has no name for it.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>CHAR without the blanks behind it.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Rows { get; init; } = [];

    /// <summary>What it told besides, in its order.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Null where the statement succeeded.</summary>
    public RedshiftRefusal? Refusal { get; init; }
}
