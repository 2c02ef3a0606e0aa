using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <content>
/// Numbers within a key that nearly every row has for itself, as where what was delivered twice is left out. A window function sorts all rows;
/// here only the rows that share their key are, and the others are number 1.
/// </content>
sealed partial class DuckDbWriter
{
    BoundCall? _isOne;

    /// <summary>The SELECTs of the statement whose keys are nearly unique. It is a matter of speed alone: the rows are the same.</summary>
    public IReadOnlyList<NumberedRows> NumberedApart { get; init; } = [];

    protected override Fragment Select(BoundSelect select, IReadOnlyList<ResultColumn> columns) =>
        NumberedApart.FirstOrDefault(rows => ReferenceEquals(rows.Select, select)) is { } numbered && AreDistinct(columns)
            ? Apart(numbered, columns)
            : base.Select(select, columns);

    protected override Fragment Call(BoundCall call) => ReferenceEquals(call, _isOne) ? Fragment.Of("CAST(1 AS BIGINT)").At(call.Span) : base.Call(call);

    // a name that comes twice would be changed by the query around it
    static bool AreDistinct(IReadOnlyList<ResultColumn> columns) =>
        columns.Select(column => column.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == columns.Count;

    Fragment Apart(NumberedRows numbered, IReadOnlyList<ResultColumn> columns)
    {
        var select = numbered.Select;
        var (shared, alias, all) = (NewAlias("shared"), NewAlias("d"), NewAlias("q"));
        var keys = numbered.Keys.Select(Key).ToList();
        var names = keys.Select((_, i) => NewAlias($"k{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}")).ToList();
        Fragment from = $" FROM {From(select.From)}";
        var where = Condition(" WHERE ", select.Where);
        var same = Fragment.Join(" AND ", keys.Select((key, i) => (Fragment)$"{alias}.{names[i]} IS NOT DISTINCT FROM {key.InBrackets()}"));
        Fragment twice = $"SELECT {Fragment.Join(", ", keys.Select((key, i) => (Fragment)$"{key} AS {names[i]}"))}{from}{where} GROUP BY ALL HAVING count(*) > 1";
        Fragment several = $"SELECT {Items(select, columns)}{from} SEMI JOIN {shared} AS {alias} ON {same}{where}{Qualify(select)}";
        return $"SELECT * FROM (WITH {shared} AS MATERIALIZED ({twice}) {Alone(numbered, columns, from, $"{shared} AS {alias} ON {same}")} UNION ALL {several}) AS {all}";
    }

    Fragment Alone(NumberedRows numbered, IReadOnlyList<ResultColumn> columns, Fragment from, Fragment others)
    {
        var select = numbered.Select;
        _isOne = numbered.Number;
        BoundExpression? where = (select.Where, select.Qualify) switch
        {
            ({ } rows, { } first) => new BoundBinary(first.Span, first.Type, rows, Starlift.Sql.Tree.BinaryOperator.And, first),
            var (rows, first) => rows ?? first,
        };
        var alone = Anew(() => $"SELECT {Items(select, columns)}{from} ANTI JOIN {others}{Condition(" WHERE ", where)}");
        _isOne = null;
        return alone;
    }
}
