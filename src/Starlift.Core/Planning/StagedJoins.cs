using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Tree;

namespace Starlift.Planning;

/// <summary>
/// Finds staging tables of different loads that a model joins. They hold the records of one run, so what one run brings finds nothing there of what
/// another has brought. What also reads star tables is taken to look there for the rest.
/// </summary>
sealed class StagedJoins
{
    readonly IReadOnlySet<TableName> _staging;
    readonly HashSet<QualifiedName> _tables;
    readonly HashSet<TableName> _joined = [];

    StagedJoins(Query query, IReadOnlySet<TableName> staging)
    {
        _staging = staging;
        _tables = new HashSet<QualifiedName>(TableReads.Of(query), ReferenceEqualityComparer.Instance);
    }

    /// <param name="query">A model's.</param>
    /// <param name="staging">The tables that loads fill.</param>
    /// <returns>Two or more of them; none where no two are joined.</returns>
    public static IReadOnlySet<TableName> In(Query query, IReadOnlySet<TableName> staging)
    {
        var joins = new StagedJoins(query, staging);
        joins.SourcesOf(query, new Dictionary<string, HashSet<TableName>?>());
        return joins._joined;
    }

    /// <returns>The staging tables that its rows come from; null where they come from others too.</returns>
    HashSet<TableName>? SourcesOf(Query query, IReadOnlyDictionary<string, HashSet<TableName>?> outer)
    {
        var known = new Dictionary<string, HashSet<TableName>?>(outer);
        foreach (var table in query.With?.Tables ?? [])
        {
            known[table.Name.Name] = query.With!.Recursive ? null : SourcesOf(table.Query, known);
        }

        return SourcesOf(query.Body, known);
    }

    HashSet<TableName>? SourcesOf(QueryBody body, IReadOnlyDictionary<string, HashSet<TableName>?> known) => body switch
    {
        Select select => SourcesOf(select, known),
        SetOperation operation => Together([SourcesOf(operation.Left, known), SourcesOf(operation.Right, known)]),
        NestedQuery nested => SourcesOf(nested.Query, known),
        _ => [],
    };

    HashSet<TableName>? SourcesOf(Select select, IReadOnlyDictionary<string, HashSet<TableName>?> known)
    {
        List<HashSet<TableName>?> sources = [];
        Add(select, sources, known);
        var staged = sources.OfType<HashSet<TableName>>().ToList();
        for (var i = 0; i < staged.Count; i++)
        {
            foreach (var other in staged.Skip(i + 1).Where(other => staged[i].Count > 0 && other.Count > 0 && staged[i].Union(other).Count() > 1))
            {
                _joined.UnionWith(staged[i].Union(other));
            }
        }

        return Together(sources);
    }

    /// <summary>Of each table and each query directly in the SELECT, be it in FROM or in a condition.</summary>
    void Add(SqlNode node, List<HashSet<TableName>?> sources, IReadOnlyDictionary<string, HashSet<TableName>?> known)
    {
        foreach (var child in node.Children)
        {
            switch (child)
            {
                case Query query:
                    sources.Add(SourcesOf(query, known));
                    break;
                case TableReference { Name.Parts: [{ Name: var name }] } when known.TryGetValue(name, out var common):
                    sources.Add(common);
                    break;
                case TableReference table when _tables.Contains(table.Name):
                    sources.Add(TableName.Of(table.Name).In(_staging) is { } staged ? new HashSet<TableName> { staged } : null);
                    break;
                default:
                    Add(child, sources, known);
                    break;
            }
        }
    }

    static HashSet<TableName>? Together(List<HashSet<TableName>?> sources) =>
        sources.Any(source => source is null) ? null : [.. sources.SelectMany(source => source!)];
}
