using System.Text.Json;
using CsCheck;

namespace Starlift.Tests.Copying;

/// <summary>Well-formed JSON of any shape.</summary>
static class JsonSamples
{
    static readonly Gen<string> Space = Pick.From("", "", "", " ", "\n", "\r\n", "\t", "  \n ");

    static readonly Gen<string> Scalars = Gen.OneOf(
        Gen.Int.Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Double.Where(double.IsFinite).Select(value => JsonSerializer.Serialize(value)),
        Gen.String[Gen.Char[' ', 'ÿ'], 0, 12].Select(value => JsonSerializer.Serialize(value)),
        Pick.From("true", "false", "null", "\"\"", "\"\\ud83d\\ude00\"", "\"\\\\\"", "\"}\"", "\"]\"", "\"{[\"", "\"\\\"}{\""));

    static readonly Gen<string> Keys = Pick.From("\"v\"", "\"w\"", "\"\\u0076\"", "\"n\"", "\"\"", "\"a b\"");

    /// <summary>Objects and arrays.</summary>
    public static readonly Gen<string> Records = Gen.OneOf(Object(2), Array(2));

    static Gen<string> Value(int depth) => depth == 0 ? Scalars : Gen.Frequency((4, Scalars), (1, Object(depth - 1)), (1, Array(depth - 1)));

    static Gen<string> Object(int depth) => Gen.Select(Keys, Space, Value(depth), Space)
        .Select((key, before, value, after) => $"{before}{key}{after}:{before}{value}{after}")
        .Array[0, 4]
        .Select(members => "{" + string.Join(',', members) + "}");

    static Gen<string> Array(int depth) => Gen.Select(Space, Value(depth), Space)
        .Select((before, value, after) => before + value + after)
        .Array[0, 4]
        .Select(elements => "[" + string.Join(',', elements) + "]");
}
