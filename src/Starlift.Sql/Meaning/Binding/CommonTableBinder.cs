using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives WITH its meaning (Amazon Redshift: "WITH clause").</summary>
sealed class CommonTableBinder(BindContext context, QueryBinder queries)
{
    /// <summary>The common tables in their order, each seen by those behind it.</summary>
    public IReadOnlyList<CommonTableDefinition> Bind(WithClause with, Scope scope)
    {
        var bound = new List<CommonTableDefinition>(with.Tables.Count);
        foreach (var table in with.Tables)
        {
            var name = context.NameOf(table.Name);
            if (bound.Exists(earlier => earlier.Name == name))
            {
                throw context.Fail(SqlStates.DuplicateAlias, $"WITH query name \"{name}\" specified more than once", table.Name.Span);
            }

            var definition = with.Recursive && Uses(table.Query, table.Name.Name) ? Recursive(table, name, scope) : Plain(table, name, scope);
            bound.Add(definition);
            scope.CommonTables = new CommonTables(definition, scope.CommonTables);
        }

        return bound;
    }

    CommonTableDefinition Plain(CommonTable table, string name, Scope scope)
    {
        var query = queries.Bind(table.Query, scope.Beside());
        return new CommonTableDefinition(name, Columns(table, query.Columns)) { Query = query };
    }

    // the seed gives the columns, which the member that uses the table finds
    CommonTableDefinition Recursive(CommonTable table, string name, Scope scope)
    {
        if (table.Columns.Count == 0)
        {
            throw context.Fail(SqlStates.SyntaxError, $"recursive common table \"{name}\" must have a column list", table.Span);
        }

        if (table.Query is not { Body: SetOperation { Operator: SetOperator.Union, All: true } union, OrderBy: [], Limit: null, Offset: null })
        {
            throw context.Fail(SqlStates.InvalidRecursion, $"recursive query \"{name}\" does not have the form non-recursive-term UNION ALL recursive-term", table.Query.Span);
        }

        var inner = scope.Beside();
        queries.BindWith(table.Query.With, inner);
        var seed = queries.BindBody(union.Left, inner.Sibling());
        var definition = new CommonTableDefinition(name, Columns(table, seed.Columns)) { IsRecursive = true };
        inner = scope.Beside();
        inner.CommonTables = new CommonTables(definition, inner.CommonTables);
        definition.Query = queries.Bind(table.Query, inner);
        return definition;
    }

    SourceColumn[] Columns(CommonTable table, IReadOnlyList<ResultColumn> columns)
    {
        if (table.Columns.Count > columns.Count)
        {
            throw context.Fail(
                SqlStates.InvalidColumnReference,
                $"WITH query \"{context.NameOf(table.Name)}\" has {columns.Count} columns available but {table.Columns.Count} columns specified",
                table.Span);
        }

        return [.. columns.Select((column, i) => new SourceColumn(i < table.Columns.Count ? context.NameOf(table.Columns[i]) : column.Name, column.Type))];
    }

    static bool Uses(Query query, string name) =>
        query.DescendantsAndSelf().OfType<TableReference>().Any(reference => reference.Name.Parts is [var only] && only.Name == name);
}
