namespace Starlift.Cases;

/// <summary>What a warehouse did with a case. Texts of rows are those of the wire: t and f, ISO dates, decimals with their full scale.</summary>
public sealed record CaseFact
{
    public const string Success = "success";
    public const string LoadError = "load_error";
    public const string StatementError = "statement_error";

    public required string Name { get; init; }

    /// <summary><see cref="ConformanceCase.Digest"/> of the case that was executed.</summary>
    public required string Digest { get; init; }

    /// <summary>Why the case was not executed; null where it was, and then the rest holds.</summary>
    public string? Skipped { get; init; }

    /// <summary>One of the three words of the cases.</summary>
    public string Outcome { get; init; } = Success;

    /// <summary>Rows of COPY statements that no ROLLBACK took back; null where nothing tells.</summary>
    public long? RowsLoaded { get; init; }

    /// <summary>Null for a success.</summary>
    public FactError? Error { get; init; }

    /// <summary>What the client was told besides.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Rows of the system views on errors, by the column names of STL_LOAD_ERRORS; what a view does not tell is left out.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> LoadErrors { get; init; } = [];

    /// <summary>Columns of the table that the script fills; null where there is no such table.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>The table's rows, in no order that means anything.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Rows { get; init; } = [];

    /// <summary>How many values its IDENTITY column has, and how many of them are distinct; null where it has none.</summary>
    public (long Values, long Distinct)? Identity { get; init; }
}
