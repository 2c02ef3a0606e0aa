using System.Globalization;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <content>Queries.</content>
sealed partial class PostgresWriter
{
    bool _stores;

    protected override Fragment Source(BoundSource source) => source is BoundTable { Table.Kind: TableKind.ComputeSystem or TableKind.LeaderSystem } table && new PostgresSystemViews(_definitions).Query(table.Table.Schema, table.Table.Name, Settings) is { } query
        ? $"({query}) AS {Alias(source)}"
        : base.Source(source);

    // PostgreSQL has no QUALIFY: the window functions go into a query of their own, with what is ordered by
    public override Fragment Query(BoundQuery query, IReadOnlyList<ResultColumn>? columns = null)
    {
        if (query.OrderBy.Any(order => order.Value is BoundOutput { Type.IsSuper: true }))
        {
            return OrderedBySuper(query, columns);
        }

        if (query.Body is not BoundSelect { Qualify: not null } select || query.OrderBy.All(order => order.Value is BoundOutput))
        {
            return base.Query(query, columns);
        }

        var keys = query.OrderBy.Select(order => order.Value).Where(key => key is not BoundOutput).ToList();
        var (text, alias) = Qualified(select, columns ?? query.Columns, keys);
        var next = 0;
        var order = query.OrderBy.Select(key => (Fragment)$"{(key.Value is BoundOutput output ? Position(output.Index) : Fragment.Of($"{alias}.{Key(next++)}"))}{(key.Descending ? " DESC" : "")} NULLS {(key.NullsFirst ? "FIRST" : "LAST")}");
        return ((Fragment)$"{With(query.CommonTables)}{text} ORDER BY {Fragment.Join(", ", order.ToList())}{Limit(select.Top ?? query.Limit, query.Offset)}").At(query.Span);
    }

    // the order of SUPER values is none of jsonb's: the values themselves are needed
    Fragment OrderedBySuper(BoundQuery query, IReadOnlyList<ResultColumn>? columns)
    {
        if (query.Body is BoundSelect { IsDistinct: false, DistinctOn.Count: 0 } select)
        {
            return Query(query with { OrderBy = [.. query.OrderBy.Select(order => order.Value is BoundOutput { Type.IsSuper: true } output ? order with { Value = select.Items[output.Index].Value } : order)] }, columns);
        }

        var alias = NewAlias("q");
        var inner = query.Columns.Select((column, i) => column with { Name = $"c{i.ToString(CultureInfo.InvariantCulture)}" }).ToList();
        var outer = inner.Select((column, i) => Fragment.Of($"{alias}.{Quote(column.Name)} AS {Quote((columns ?? query.Columns)[i].Name)}"));
        var rows = base.Query(query with { OrderBy = [], Limit = null, Offset = null }, inner);
        var order = query.OrderBy.Select(key =>
        {
            var index = ((BoundOutput)key.Value).Index;
            var column = Fragment.Of($"{alias}.{Quote(inner[index].Name)}");
            var direction = $"{(key.Descending ? " DESC" : "")} NULLS {(key.NullsFirst ? "FIRST" : "LAST")}";
            return query.Columns[index].Type.IsSuper ? (Fragment)$"{Rank(column)}{direction}, {column}{direction}" : $"{column}{direction}";
        }).ToList();
        return $"SELECT {Fragment.Join(", ", outer.ToList())} FROM ({rows}) AS {alias} ORDER BY {Fragment.Join(", ", order)}{Limit(query.Limit, query.Offset)}";
    }

    protected override Fragment Select(BoundSelect select, IReadOnlyList<ResultColumn> columns) =>
        select.Qualify is null ? base.Select(select, columns) : Qualified(select, columns, []).Text;

    (Fragment Text, string Alias) Qualified(BoundSelect select, IReadOnlyList<ResultColumn> columns, IReadOnlyList<BoundExpression> keys)
    {
        var inner = columns.Select((column, i) => column with { Name = $"c{i.ToString(CultureInfo.InvariantCulture)}" }).ToList();
        List<BoundItem> items = [.. select.Items, new(select.Qualify!.Span, "q", true, select.Qualify), .. keys.Select((key, i) => new BoundItem(key.Span, Key(i), true, key))];
        List<ResultColumn> all = [.. inner, new("q", DataType.Boolean), .. keys.Select((key, i) => new ResultColumn(Key(i), key.Type))];
        var rows = base.Select(select with { Items = items, Columns = all, Qualify = null, IsDistinct = false, Top = null }, all);
        var alias = NewAlias("q");
        var outer = columns.Select((column, i) => Fragment.Of($"{alias}.{Quote(inner[i].Name)} AS {Quote(column.Name)}"));
        return ($"SELECT {(select.IsDistinct ? "DISTINCT " : "")}{Fragment.Join(", ", outer)} FROM ({rows}) AS {alias} WHERE {alias}.q", alias);
    }

    static string Key(int index) => $"o{index.ToString(CultureInfo.InvariantCulture)}";

    static Fragment Position(int index) => Fragment.Of((index + 1).ToString(CultureInfo.InvariantCulture));

    protected override Fragment Order(BoundOrder order) => order.Value.Type.IsSuper && order.Value is not BoundOutput
        ? $"{Rank(Expression(order.Value))}{(order.Descending ? " DESC" : "")} NULLS {(order.NullsFirst ? "FIRST" : "LAST")}, {base.Order(order)}"
        : base.Order(order);

    // A table that is made has the columns of Redshift's types; a column that is only passed on has its type already.
    protected override Fragment Item(BoundExpression value, DataType type)
    {
        var text = Expression(value).Bare;
        return !_stores || value is BoundColumn || type.IsUnknown ? text
            : type.IsText ? $"CAST({text} AS {TypeName(type)}) COLLATE \"C\""
            : type.Kind is TypeKind.Decimal or TypeKind.Real or TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt ? Cast(text, type)
            : text;
    }

    protected override IEnumerable<Fragment> CreateFromQuery(Statement tree, BoundCreateFromQuery create)
    {
        var columns = create.Table.Columns.Select(column => new ResultColumn(column.Name, column.Type)).ToList();
        _stores = true;
        var query = create.Query is { } known ? Query(known, create.Table.IsOpen ? null : columns)
            : throw Refuse(create, "the view names tables that are not there", "make the tables first: PostgreSQL keeps no view without its tables");
        _stores = false;
        var name = create.Table.Kind == TableKind.Temporary ? Quote(create.Table.Name) : TableName(create.Table);
        var verb = (tree, create.Table.Kind) switch
        {
            (CreateMaterializedViewStatement, _) => "CREATE MATERIALIZED VIEW",
            (_, TableKind.View) => create.Replaces ? "CREATE OR REPLACE VIEW" : "CREATE VIEW",
            (_, TableKind.Temporary) => "CREATE TEMP TABLE",
            _ => "CREATE TABLE",
        };
        return [$"{verb} {(tree is CreateTableAsStatement { IfNotExists: true } ? "IF NOT EXISTS " : "")}{name} AS {query}"];
    }

    // REMOVE DUPLICATES: rows that match are replaced by those of the source, once each (Amazon Redshift: "MERGE")
    protected override IEnumerable<Fragment> Merge(BoundMerge merge) => merge.RemoveDuplicates
        ?
        [
            $"DELETE FROM {TableName(merge.Target.Table)} AS {Alias(merge.Target)} USING {From(merge.Source)} WHERE {Expression(merge.On).Bare}",
            $"INSERT INTO {TableName(merge.Target.Table)} SELECT * FROM {From(merge.Source)}",
        ]
        : base.Merge(merge);
}
