using Starlift.Sql.Tree;

namespace Starlift.Projects;

/// <summary>
/// Tells from a query alone that it has no rows where some tables have none, so that nobody need run it. Of what it does not understand
/// it claims nothing.
/// </summary>
static class NoRows
{
    /// <param name="query">With its common tables.</param>
    /// <param name="isEmpty">True for the name of a table without rows.</param>
    public static bool AreIn(Query query, Func<QualifiedName, bool> isEmpty)
    {
        // a path into a SUPER value looks like a table
        var tables = new HashSet<QualifiedName>(Sql.Analysis.TableReads.Of(query), ReferenceEqualityComparer.Instance);
        return InQuery(query, table => tables.Contains(table) && isEmpty(table));
    }

    static bool InQuery(Query query, Func<QualifiedName, bool> isEmpty)
    {
        foreach (var table in query.With?.Tables ?? [])
        {
            // a recursive one claims nothing: what it reads of itself is not known
            var isNone = query.With is { Recursive: false } && InQuery(table.Query, isEmpty);
            isEmpty = With(table.Name.Name, isNone, isEmpty);
        }

        return InBody(query.Body, query.OrderBy, isEmpty);
    }

    static bool InBody(QueryBody body, IReadOnlyList<OrderItem> orderBy, Func<QualifiedName, bool> isEmpty) => body switch
    {
        Select select => !HasTotal(select, orderBy) && (InSource(select, isEmpty) || (select.Where is { } where && InFilter(where, isEmpty))),

        // Whatever puts them together, of nothing it makes nothing.
        SetOperation operation => InBody(operation.Left, [], isEmpty) && InBody(operation.Right, [], isEmpty),
        NestedQuery nested => InQuery(nested.Query, isEmpty),
        _ => false,
    };

    /// <summary>An aggregate without GROUP BY, or a total in GROUP BY, is a row of no rows.</summary>
    static bool HasTotal(Select select, IReadOnlyList<OrderItem> orderBy)
    {
        if (select.GroupBy is { } groupBy)
        {
            return groupBy.All || !groupBy.Elements.All(element => element is GroupingExpression { Value: not RowValue { Items: [] } });
        }

        return select.Having is not null || select.ConnectBy is not null
            || !select.Items.All(item => ScalarCalls.OnlyWithWindows(item))
            || !orderBy.All(item => ScalarCalls.OnlyWithWindows(item))
            || (select.Qualify is { } qualify && !ScalarCalls.OnlyWithWindows(qualify));
    }

    static bool InSource(Select select, Func<QualifiedName, bool> isEmpty) => select.From.Count > 0 && select.From.Any(item => InItem(item, isEmpty));

    /// <summary>Tables and queries joined so that no row is left where one of them has none.</summary>
    static bool InItem(FromItem item, Func<QualifiedName, bool> isEmpty) => item switch
    {
        TableReference table => isEmpty(table.Name),
        SubqueryItem query => InQuery(query.Query, isEmpty),
        ParenthesizedItem inner => InItem(inner.Inner, isEmpty),
        JoinItem { Kind: JoinKind.Inner or JoinKind.Cross } join => InItem(join.Left, isEmpty) || InItem(join.Right, isEmpty),
        JoinItem { Kind: JoinKind.Left } join => InItem(join.Left, isEmpty),
        JoinItem { Kind: JoinKind.Right } join => InItem(join.Right, isEmpty),
        JoinItem { Kind: JoinKind.Full } join => InItem(join.Left, isEmpty) && InItem(join.Right, isEmpty),
        _ => false,
    };

    /// <summary>One of the conditions that all must hold looks for a value in a query that has no rows.</summary>
    static bool InFilter(Expression condition, Func<QualifiedName, bool> isEmpty) => condition switch
    {
        BinaryExpression { Operator: BinaryOperator.And } both => InFilter(both.Left, isEmpty) || InFilter(both.Right, isEmpty),
        ParenthesizedExpression inner => InFilter(inner.Inner, isEmpty),
        InQueryExpression { Negated: false } search => InQuery(search.Query, isEmpty),
        ExistsExpression exists => InQuery(exists.Query, isEmpty),
        BooleanLiteral { Value: false } => true,
        _ => false,
    };

    static Func<QualifiedName, bool> With(string name, bool isNone, Func<QualifiedName, bool> outer) =>
        table => table.Parts is [{ Name: var known }] && known == name ? isNone : outer(table);
}
