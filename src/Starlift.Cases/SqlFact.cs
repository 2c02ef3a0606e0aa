namespace Starlift.Cases;

/// <summary>What a warehouse did with a SQL check.</summary>
public sealed record SqlFact
{
    /// <summary><see cref="SqlCheck.Name"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The statement that was executed.</summary>
    public required string Sql { get; init; }

    /// <summary>Why it was not executed; null where it was.</summary>
    public string? Skipped { get; init; }

    /// <summary>Null where the statement succeeded.</summary>
    public FactError? Error { get; init; }

    /// <summary><see cref="SqlVerdict.TimedOut"/> or <see cref="SqlVerdict.Broken"/> where the error is no answer of the warehouse's.</summary>
    public SqlVerdict? Ended { get; init; }

    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>
    /// The type of each column; empty where nothing tells. Of a cluster by its name in pg_type where that is known, else its number there; of
    /// Starlift's warehouses as format_type shows it.
    /// </summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>As the wire has them.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Rows { get; init; } = [];
}
