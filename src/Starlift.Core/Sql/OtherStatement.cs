using Starlift.Sql.Analysis;
using Starlift.Sql.Tree;

namespace Starlift.Sql;

/// <summary>Any statement that Starlift carries as text.</summary>
/// <param name="Tree">What they say.</param>
public sealed record OtherStatement(Statement Tree) : SqlStatement
{
    /// <summary>The query that the statement is; null where it is none.</summary>
    public Query? Query => (Tree as QueryStatement)?.Query;

    /// <summary>True for a query and for what shows something as rows.</summary>
    public bool YieldsRows => RowResults.Are(Tree);
}
