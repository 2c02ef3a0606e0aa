namespace Starlift.Cases;

/// <summary>One statement of a file in the form of sqllogictest, and what is to come of it.</summary>
/// <param name="File">The file's name without its ending.</param>
/// <param name="Group">The group it stands in.</param>
/// <param name="Number">1-based, within its group.</param>
/// <param name="Sql">One statement, without its semicolon.</param>
public sealed record SqlCheck(string File, string Group, int Number, string Sql)
{
    public string Name => $"{File}/{Group}/{Number}";

    /// <summary>Where its head stands in the file, 1-based.</summary>
    public int Line { get; init; }

    /// <summary>
    /// A letter a column: I an integer, N a decimal, R a float, T a text, B a boolean, D a date, S a timestamp, Z one with a time zone, V a
    /// time, J a SUPER. Null for a statement that yields no rows.
    /// </summary>
    public string? Letters { get; init; }

    /// <summary>Whether it must be refused; null where nobody knows, and only a cluster can tell.</summary>
    public bool? Fails { get; init; } = false;

    /// <summary>A regular expression that the error's text must match; null for any text.</summary>
    public string? ErrorPattern { get; init; }

    /// <summary>Rows may come in any order.</summary>
    public bool AnyOrder { get; init; }

    /// <summary>What a query must give; null for a statement, and where nobody knows.</summary>
    public IReadOnlyList<IReadOnlyList<string?>>? Rows { get; init; }

    /// <summary>The names of the result's columns; null where they aren't stated.</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }

    /// <summary>The types of the result's columns, as format_type shows them; null where they aren't stated.</summary>
    public IReadOnlyList<string>? ColumnTypes { get; init; }

    /// <summary>PostgreSQL itself gives the same values; stated for the whole group.</summary>
    public bool PostgresAgrees { get; init; }

    /// <summary>It shows whether what is expected happens: a query with its rows, or an error. Other statements prepare what it needs.</summary>
    public bool IsJudged => Letters is not null || Fails == true;
}
