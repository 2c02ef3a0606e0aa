namespace Starlift.Cases;

/// <summary>One statement of a file in the form of sqllogictest, and what is to come of it.</summary>
/// <param name="File">The file's name without its ending.</param>
/// <param name="Group">The group it stands in.</param>
/// <param name="Number">1-based, within its group.</param>
/// <param name="Sql">One statement.</param>
public sealed record SqlCheck(string File, string Group, int Number, string Sql)
{
    public string Name => $"{File}/{Group}/{Number}";

    /// <summary>
    /// A letter a column: I an integer, N a decimal, R a float, T a text, B a boolean, D a date, S a timestamp, Z one with a time zone, J a
    /// SUPER. Null for a statement that yields no rows.
    /// </summary>
    public string? Types { get; init; }

    /// <summary>Whether it must be refused; null where nobody knows, and only a cluster can tell.</summary>
    public bool? Fails { get; init; } = false;

    /// <summary>A regular expression that the error's text must match; null for any text.</summary>
    public string? ErrorPattern { get; init; }

    /// <summary>Rows may come in any order.</summary>
    public bool AnyOrder { get; init; }

    /// <summary>What a query must give; null for a statement, and where nobody knows.</summary>
    public IReadOnlyList<IReadOnlyList<string?>>? Rows { get; init; }
}
