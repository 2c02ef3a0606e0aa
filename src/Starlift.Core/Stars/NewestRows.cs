using Starlift.Sql;

namespace Starlift.Stars;

/// <summary>
/// The SQL that chooses one row a key by a column: among a model's rows, of which several may have the same key, and the star table's row. Where two
/// rows are equally new, the choice rests on nothing but what they say, and so not on the order of runs or records.
/// </summary>
static class NewestRows
{
    /// <param name="newest">The greatest value wins; NULL loses.</param>
    /// <param name="key">What rows are chosen by.</param>
    /// <param name="columns">Of the star table, without IDENTITY.</param>
    /// <param name="star">The quoted name of the star table.</param>
    /// <param name="rows">A SELECT of these columns.</param>
    /// <returns>A SELECT of rows that are newer than the star table's; one a key.</returns>
    public static string Of(string newest, IReadOnlyList<string> key, IReadOnlyList<ColumnDefinition> columns, string star, string rows)
    {
        var names = string.Join(", ", columns.Select(column => Quoting.Name(column.Name)));
        var match = string.Join(" and ", key.Select(name => $"t.{Quoting.Name(name)} = s.{Quoting.Name(name)}"));
        var order = columns.Where(column => column.Name != newest && column.Type.Kind != SqlTypeKind.Super && !key.Contains(column.Name)).SelectMany(OrderOf);
        return $"with starlift_model as ({rows}), "
            + $"starlift_rows as (select {names}, 0 as starlift_kept from starlift_model "
            + $"union all select {names}, 1 as starlift_kept from {star} as t where exists (select 1 from starlift_model as s where {match})), "
            + $"starlift_ranked as (select {names}, starlift_kept, row_number() over (partition by {string.Join(", ", key.Select(Quoting.Name))} "
            + $"order by {string.Join(", ", [$"{Quoting.Name(newest)} desc nulls last", .. order, "starlift_kept desc"])}) as starlift_choice from starlift_rows) "
            + $"select {names} from starlift_ranked where starlift_choice = 1 and starlift_kept = 0";
    }

    // Texts that differ in nothing but trailing blanks are equal.
    static IEnumerable<string> OrderOf(ColumnDefinition column) => column.Type.Kind == SqlTypeKind.Varchar
        ? [$"{Quoting.Name(column.Name)} nulls last", $"len({Quoting.Name(column.Name)})"]
        : [$"{Quoting.Name(column.Name)} nulls last"];
}
