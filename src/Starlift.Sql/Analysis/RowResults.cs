using Starlift.Sql.Tree;

namespace Starlift.Sql.Analysis;

/// <summary>Tells statements that yield rows from others, and those that only read among them.</summary>
public static class RowResults
{
    /// <summary>True for a query in whatever brackets, and for what shows something as rows. SELECT INTO makes a table instead.</summary>
    public static bool Are(Statement statement) => statement switch
    {
        QueryStatement query => !MakesTable(query.Query.Body),
        ExplainStatement or ShowStatement or ShowObjectsStatement or FetchStatement => true,
        _ => false,
    };

    static bool MakesTable(QueryBody body) => body switch
    {
        Select select => select.Into is not null,
        SetOperation operation => MakesTable(operation.Left),
        NestedQuery nested => MakesTable(nested.Query.Body),
        _ => false,
    };
}
