using System.Buffers;

namespace Starlift.Cli.Rendering;

/// <summary>Writes a result as RFC 4180 says. Null is an empty field, an empty text a quoted one.</summary>
static class CsvTable
{
    const string LineEnd = "\r\n";

    static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static void Write(TextWriter output, ResultTable result)
    {
        WriteLine(output, result.Columns);
        foreach (var row in result.Rows)
        {
            WriteLine(output, row);
        }
    }

    static void WriteLine(TextWriter output, IReadOnlyList<object?> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0)
            {
                output.Write(',');
            }

            output.Write(Field(values[i]));
        }

        output.Write(LineEnd);
    }

    static string Field(object? value)
    {
        var text = ValueText.Of(value);
        var quoted = text.AsSpan().ContainsAny(Special) || (text.Length == 0 && value is string);
        return quoted ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }
}
