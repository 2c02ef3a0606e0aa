using System.Globalization;
using System.Text;

namespace Starlift.Inference;

/// <summary>Writes star tables and their models.</summary>
static class StarText
{
    public static IEnumerable<InferredFile> FilesOf(StarTable table) =>
        [new InferredFile($"tables/{table.Name}.sql", Table(table)), new InferredFile($"models/{table.Name}.sql", Model(table))];

    static string Table(StarTable table)
    {
        var text = new StringBuilder();
        var key = table.Key.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var constraints = table.References
            .Select(reference => $"foreign key ({Names(reference.Columns)}) references {NameWords.Sql(reference.Table)}")
            .Prepend($"primary key ({Names(table.Key.Select(column => column.Name))})");
        TableText.Create(text, table.Name, [.. table.Columns.Select(column => (column.Name, $"{column.Type}{(key.Contains(column.Name) ? " not null" : "")}"))], [.. constraints]);
        text.Append(";\n\n");
        TableText.Comments(text, table.Name, table.Comment, table.Columns.Select(column => (column.Name, column.Comment)));
        return text.ToString();
    }

    static string Model(StarTable table)
    {
        var text = new StringBuilder();
        var newest = table.IsDistinct ? null : table.Newest ?? table.Columns.Skip(table.KeyLength).FirstOrDefault(column => column.HasOrder)?.Name;
        if (newest is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"-- newest: {newest}\n");
        }

        text.Append(newest is null && table.Columns.All(column => column.HasOrder) ? "select distinct\n" : "select\n");
        var width = table.Columns.Max(column => column.Expression.Length is var length && length <= 60 ? length : 0);
        text.Append(string.Join(",\n", table.Columns.Select(column => $"    {column.Expression.PadRight(width)} as {NameWords.Sql(column.Name)}")));
        text.Append(CultureInfo.InvariantCulture, $"\nfrom {table.From}\nwhere {string.Join("\n  and ", table.Key.Select(column => $"{column.Expression} is not null"))}\n");

        // A key of the data may look like a variable of the project.
        return text.Replace("${", "$${").ToString();
    }

    static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(NameWords.Sql));
}
