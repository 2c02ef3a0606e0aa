using Starlift.Sql.Analysis;

namespace Starlift.Lineage;

/// <summary>What columns come from, in words.</summary>
static class ColumnWords
{
    /// <summary>staging.ts; calculated of staging.ts; chosen by staging.kind.</summary>
    public static string Of(FilledColumn column)
    {
        if (column.From.Count == 0)
        {
            return "a constant";
        }

        string[] parts =
        [
            .. Names("", column, ColumnUse.Identity),
            .. Names("calculated of ", column, ColumnUse.Transformation),
            .. Names("aggregated of ", column, ColumnUse.Aggregation),
            .. Names("chosen by ", column, ColumnUse.Conditional),
            .. Names("in windows by ", column, ColumnUse.Window),
        ];
        return string.Join("; ", parts);
    }

    /// <summary>What decides which rows there are: filtered by staging.page; joined by songs.title. Empty where nothing does.</summary>
    public static string OfRows(ModelLineage lineage) => string.Join(
        "; ",
        new[] { (Use: ColumnUse.Filter, Word: "filtered by"), (Use: ColumnUse.Join, Word: "joined by"), (Use: ColumnUse.GroupBy, Word: "grouped by"), (Use: ColumnUse.Sort, Word: "cut in the order of") }
            .Select(part => (part.Word, Columns: lineage.Rows.Where(column => column.Use == part.Use).ToList()))
            .Where(part => part.Columns.Count > 0)
            .Select(part => $"{part.Word} {List(part.Columns)}"));

    static IEnumerable<string> Names(string before, FilledColumn column, ColumnUse use)
    {
        var from = column.From.Where(source => source.Use == use).ToList();
        return from.Count == 0 ? [] : [before + List(from)];
    }

    static string List(IEnumerable<LineageColumn> columns) => string.Join(", ", columns.Select(column => $"{column.Table}.{column.Column}"));
}
