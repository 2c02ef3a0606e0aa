namespace Starlift.Sql.Text;

/// <summary>Names and texts in quotes, as standard SQL writes them.</summary>
public static class Quoting
{
    /// <summary>The name, whatever word it is.</summary>
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A string literal that knows no backslash escapes.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
