using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Functions;
using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql.Analysis;

/// <summary>
/// A SELECT of one table that numbers the rows which have columns in common: <c>row_number() over (partition by id order by ts)</c>. A row that has
/// its key for itself is the first whatever the order.
/// </summary>
/// <param name="Select">Reads the table and nothing else; twice it gives the same.</param>
/// <param name="Table">A table, no view.</param>
/// <param name="Number">ROW_NUMBER, RANK or DENSE_RANK: the only window function of the SELECT.</param>
/// <param name="Keys">The columns of the table that PARTITION BY names. GROUP BY and joins hold the same of their values for equal as a window does.</param>
public sealed record NumberedRows(BoundSelect Select, BoundTable Table, BoundCall Number, IReadOnlyList<BoundColumn> Keys)
{
    /// <summary>Those of a statement, its subqueries and common tables included.</summary>
    public static IReadOnlyList<NumberedRows> In(BoundNode statement)
    {
        List<NumberedRows> found = [];
        foreach (var node in BoundWalk.Nodes(statement, intoQueries: true))
        {
            if (node is BoundQuery { Body: var body } query)
            {
                Add(body, query.OrderBy.All(order => order.Value is BoundOutput), found);
            }
        }

        return found;
    }

    // ORDER BY may name what a SELECT reads, and not only what it yields
    static void Add(BoundBody body, bool isOrderedByOutput, List<NumberedRows> found)
    {
        switch (body)
        {
            case BoundSelect select when isOrderedByOutput && Of(select) is { } numbered:
                found.Add(numbered);
                break;
            case BoundSetOperation operation:
                Add(operation.Left, isOrderedByOutput: true, found);
                Add(operation.Right, isOrderedByOutput: true, found);
                break;
        }
    }

    static NumberedRows? Of(BoundSelect select)
    {
        if (select is not
            {
                From: BoundTable { Table.Kind: TableKind.Table or TableKind.Temporary } table,
                IsDistinct: false,
                DistinctOn: [],
                GroupBy: null,
                Having: null,
                ConnectBy: null,
                Top: null,
            })
        {
            return null;
        }

        var nodes = BoundWalk.Nodes(select, intoQueries: true).ToList();
        var calls = nodes.OfType<BoundCall>().ToList();
        if (calls.Where(call => call.Over is not null).Distinct<BoundCall>(ReferenceEqualityComparer.Instance).ToList() is not [{ Over: { Frame: null, PartitionBy: { Count: > 0 } keys } } number]
            || (number.Function.SameAs ?? number.Function.Name) is not ("row_number" or "rank" or "dense_rank")
            || nodes.Any(node => node is BoundQuery or BoundOpenStar || node is BoundColumn column && !ReferenceEquals(column.Source, table))
            || calls.Any(call => call.IsAggregate || call.Function.Volatility == Volatility.Volatile || call.Function.IsOpen || (call.Function.Kind & FunctionKind.Rows) != 0))
        {
            return null;
        }

        var columns = keys.OfType<BoundColumn>().Where(key => IsToldAlike(key, table)).ToList();
        return columns.Count == keys.Count ? new NumberedRows(select, table, number, columns) : null;
    }

    static bool IsToldAlike(BoundColumn key, BoundTable table) => key.Type.Kind switch
    {
        TypeKind.Boolean or TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt or TypeKind.Decimal or TypeKind.Date or TypeKind.Time or TypeKind.Timestamp
            or TypeKind.TimestampTz => true,
        TypeKind.Char or TypeKind.Varchar => !table.Table.Columns[key.Index].IsCaseInsensitive,
        _ => false,
    };
}
