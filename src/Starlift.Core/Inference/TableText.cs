using System.Globalization;
using System.Text;

namespace Starlift.Inference;

/// <summary>Writes CREATE TABLE and COMMENT ON as the files of tables/ have them.</summary>
static class TableText
{
    /// <summary>Up to the closing bracket, types beneath each other.</summary>
    public static void Create(StringBuilder text, string table, IReadOnlyList<(string Name, string Type)> columns, IReadOnlyList<string> constraints)
    {
        var width = columns.Max(column => NameWords.Sql(column.Name).Length);
        var lines = columns.Select(column => $"    {NameWords.Sql(column.Name).PadRight(width)} {column.Type}").Concat(constraints.Select(constraint => $"    {constraint}"));
        text.Append(CultureInfo.InvariantCulture, $"create table {NameWords.Sql(table)} (\n{string.Join(",\n", lines)}\n)");
    }

    public static void Comments(StringBuilder text, string table, string comment, IEnumerable<(string Name, string Comment)> columns)
    {
        text.Append(CultureInfo.InvariantCulture, $"comment on table {NameWords.Sql(table)} is {Literal(comment)};\n");
        foreach (var column in columns)
        {
            text.Append(CultureInfo.InvariantCulture, $"comment on column {NameWords.Sql(table)}.{NameWords.Sql(column.Name)} is {Literal(column.Comment)};\n");
        }
    }

    /// <summary>What the data says, for a comment: it ends no line, and names no variable of the project.</summary>
    public static string OnOneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)).Replace("${", "$ {", StringComparison.Ordinal);

    static string Literal(string text) => Quoting.Literal(OnOneLine(text));
}
