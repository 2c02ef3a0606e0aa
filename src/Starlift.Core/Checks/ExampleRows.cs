using System.Globalization;
using Starlift.Warehouses;

namespace Starlift.Checks;

/// <summary>Rows that break a rule, as messages show them: name = value, name = value.</summary>
static class ExampleRows
{
    /// <summary>Of a value; what is longer says enough by then.</summary>
    const int MostCharacters = 200;

    /// <summary>A line a row.</summary>
    public static IReadOnlyList<string> Of(QueryResult result) =>
        [.. result.Rows.Select(row => string.Join(", ", result.Columns.Zip(row, (name, value) => $"{name.ReplaceLineEndings(" ")} = {Shown(value)}")))];

    static string Shown(object? value) => value switch
    {
        null => "NULL",
        string { Length: > MostCharacters } text => Literal($"{text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)]}…"),
        string text => Literal(text),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        _ => ResultText.Of(value),
    };

    // As SQL writes it: a value can neither end its text nor its line.
    static string Literal(string text) => Quoting.Literal(text)
        .Replace("\r", "' || chr(13) || '", StringComparison.Ordinal)
        .Replace("\n", "' || chr(10) || '", StringComparison.Ordinal);
}
