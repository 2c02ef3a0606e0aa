using System.Text.Encodings.Web;
using System.Text.Json;

namespace Starlift.Cli.Terminals;

/// <summary>Writes a result as a JSON array of objects, one a line. Numbers are as the warehouse has them, dates are text.</summary>
static class JsonTable
{
    // The default encoder escapes whatever HTML could misread; this goes to a file or, by a JsonWriter, to a terminal.
    static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static void Write(TextWriter output, ResultTable result)
    {
        var keys = Keys(result.Columns);
        output.Write('[');
        var separator = "\n  {";
        foreach (var row in result.Rows)
        {
            output.Write(separator);
            for (var i = 0; i < keys.Count; i++)
            {
                output.Write(keys[i]);
                output.Write(Json(row[i]));
            }

            output.Write('}');
            separator = ",\n  {";
        }

        output.Write(separator[0] == ',' ? "\n]\n" : "]\n");
    }

    /// <summary>Keys with what stands around them. A second column of a name gets a number, for JSON readers keep one of equal keys.</summary>
    static List<string> Keys(IReadOnlyList<string> columns)
    {
        var taken = new HashSet<string>();
        var keys = new List<string>();
        foreach (var column in columns)
        {
            var key = column;
            for (var number = 2; !taken.Add(key); number++)
            {
                key = $"{column}_{number}";
            }

            keys.Add($"{(keys.Count == 0 ? "" : ", ")}{Quoted(key)}: ");
        }

        return keys;
    }

    static string Json(object? value) => value switch
    {
        null or DBNull => "null",
        bool truth => truth ? "true" : "false",
        _ when ValueText.IsNumber(value) => ValueText.Of(value),
        _ => Quoted(ValueText.Of(value)),
    };

    /// <summary>A JSON string.</summary>
    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, Encoder)}\"";
}
