using System.Globalization;
using System.Text.RegularExpressions;

namespace Starlift.DuckDb;

/// <summary>DuckDB's messages in Redshift's words, where a value is at fault (Amazon Redshift: "Numeric types", "CAST function"; PostgreSQL 8.0).</summary>
static partial class DuckDbReasons
{
    /// <summary>What Redshift would say; the message itself where that isn't known.</summary>
    /// <param name="message">One line of DuckDB's.</param>
    /// <param name="kind">What a statement drops.</param>
    public static string Of(string message, string kind = "table")
    {
        var bare = Kind().Replace(message, "");
        if (NoFunction().Match(bare) is { Success: true } unknown)
        {
            return $"function {unknown.Groups[1].Value}{unknown.Groups[2].Value} does not exist";
        }

        if (NotNull().Match(bare) is { Success: true } required)
        {
            return $"Cannot insert a NULL value into column {required.Groups[1].Value}";
        }

        if (AlreadyThere().Match(bare) is { Success: true } there)
        {
            return $"{(there.Groups[1].Value == "Schema" ? "schema" : "relation")} \"{there.Groups[2].Value}\" already exists";
        }

        if (NotThere().Match(bare) is { Success: true } gone)
        {
            return $"{(gone.Groups[1].Value == "Schema" ? "schema" : "relation")} \"{gone.Groups[2].Value}\" does not exist";
        }

        if (Needed().Match(bare) is { Success: true } needed)
        {
            return $"cannot drop {kind} {needed.Groups[1].Value} because other objects depend on it";
        }

        if (Stated().Match(message) is { Success: true } stated)
        {
            return stated.Groups[1].Value;
        }

        if (Overflow().Match(bare) is { Success: true } overflow)
        {
            return $"{TypeOf(overflow.Groups[1].Value)} out of range";
        }

        if (OutOfRange().Match(bare) is { Success: true } range)
        {
            return $"{TypeOf(range.Groups[1].Value + range.Groups[2].Value)} out of range";
        }

        if (TooManyDigits().IsMatch(bare))
        {
            return "numeric field overflow";
        }

        return NoNumber().Match(bare) is { Success: true } number ? Unreadable(number.Groups[1].Value, number.Groups[2].Value) : message;
    }

    static string Unreadable(string text, string type) => type switch
    {
        "INT16" or "INT32" or "INT64" when Int128.TryParse(text.Trim(' '), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
            $"value \"{text}\" is out of range for type {TypeOf(type)}",
        "INT16" or "INT32" or "INT64" => $"invalid input syntax for integer: \"{text}\"",
        "FLOAT" => $"invalid input syntax for type real: \"{text}\"",
        "DOUBLE" => $"invalid input syntax for type double precision: \"{text}\"",
        _ => $"invalid input syntax for type numeric: \"{text}\"",
    };

    static string TypeOf(string name) => name switch { "INT16" => "smallint", "INT32" => "integer", "INT64" => "bigint", _ => "value" };

    // it names the arguments only where there is another function of that name
    [GeneratedRegex(@"^(?:(?:Scalar|Table|Aggregate) Function with name ""?([^"" ]+)""? does not exist!|No function matches the given name and argument types '(\w+)\()")]
    private static partial Regex NoFunction();

    [GeneratedRegex(@"^NOT NULL constraint failed: .*\.(.+)$")]
    private static partial Regex NotNull();

    [GeneratedRegex("^(Table|View|Schema) with name \"?(.+?)\"? already exists!")]
    private static partial Regex AlreadyThere();

    [GeneratedRegex("^(Table|View|Schema) with name \"?(.+?)\"? does not exist!")]
    private static partial Regex NotThere();

    [GeneratedRegex("^Cannot drop entry \"(.+)\" because there are entries that depend on it")]
    private static partial Regex Needed();

    [GeneratedRegex("^[A-Z][A-Za-z ]* Error: ")]
    private static partial Regex Kind();

    // what error('…') of a statement says
    [GeneratedRegex("^Invalid Input Error: (division by zero|JSON parsing error: .+|date/time field .+|relation \".+\" does not exist|numeric field overflow|Result size exceeds LISTAGG limit|value too long for type .+|invalid input: .+|invalid input syntax for .+|Found multiple matches .+)$")]
    private static partial Regex Stated();

    [GeneratedRegex(@"^Overflow (?:in|on) .*?\b(INT16|INT32|INT64)\b")]
    private static partial Regex Overflow();

    [GeneratedRegex(@"(?:out of range for the destination type (INT16|INT32|INT64)|^Failed to cast decimal value .* to type (INT16|INT32|INT64))")]
    private static partial Regex OutOfRange();

    [GeneratedRegex(@"^(?:Casting value "".*"" to type DECIMAL\(\d+,\d+\) failed: value is out of range|Could not cast value .* to DECIMAL\(\d+,\d+\))")]
    private static partial Regex TooManyDigits();

    [GeneratedRegex("^Could not convert string [\"'](.*)[\"'] to (INT16|INT32|INT64|FLOAT|DOUBLE|DECIMAL.*)$")]
    private static partial Regex NoNumber();
}
