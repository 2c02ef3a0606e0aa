using Starlift.History;
using Starlift.Warehouses;

namespace Starlift.Reports;

/// <summary>What a target remembers of its runs, as far as the report shows it.</summary>
public sealed record RunFacts
{
    /// <summary>Of a target that no run has touched.</summary>
    public static RunFacts None { get; } = new();

    /// <summary>The latest run that loaded something and was published; null where there is none.</summary>
    public long? Published { get; init; }

    /// <summary>When that ended, UTC; null where there is none.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>The latest runs, the newest first.</summary>
    public QueryResult Latest { get; init; } = new([], []);

    /// <summary>Of the published run: what each load read, in its order.</summary>
    public IReadOnlyList<LoadFlow> Loads { get; init; } = [];

    /// <summary>Of the published run: what it told of its loads.</summary>
    public IReadOnlyList<ToldLoad> Told { get; init; } = [];

    /// <summary>Of the published run: what each model yielded, in its order.</summary>
    public IReadOnlyList<ModelFlow> Models { get; init; } = [];

    /// <summary>Of the latest run that has any: the checks.</summary>
    public QueryResult Checks { get; init; } = new([], []);

    /// <summary>Which run that is; null where there is none.</summary>
    public long? CheckedBy { get; init; }

    /// <summary>Rejects of what is loaded now, by table, column and reason.</summary>
    public QueryResult Rejects { get; init; } = new([], []);
}
