using Starlift.Sql;
using Starlift.Sql.Meaning.Bound;

namespace Starlift.Projects;

/// <summary>A file of reports/: one SELECT that answers a question, and how the report shows its rows.</summary>
public sealed record Chart
{
    /// <summary>The file's name without its ending.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Question { get; init; }

    public required ChartKind Kind { get; init; }

    /// <summary>The columns by the keys of <see cref="ChartSettings.Of"/>; whether the SELECT yields them is known once it has run.</summary>
    public required IReadOnlyDictionary<string, ChartColumn> Columns { get; init; }

    /// <summary>Null where none is stated.</summary>
    public string? Unit { get; init; }

    /// <summary>Of bars.</summary>
    public bool Horizontal { get; init; }

    /// <summary>Takes all of the page's width.</summary>
    public bool Wide { get; init; }

    /// <summary>Null for a chart that comes after those that have one.</summary>
    public int? Order { get; init; }

    /// <summary>The statement, variables filled in.</summary>
    public required OtherStatement Select { get; init; }

    /// <summary>What the statement means beside the project's tables.</summary>
    public required BoundQuery Query { get; init; }

    /// <summary>Names of the project's tables that the statement mentions.</summary>
    public required IReadOnlySet<TableName> Reads { get; init; }

    /// <summary>Where the file begins, for messages.</summary>
    public required SourcePlace Start { get; init; }
}
