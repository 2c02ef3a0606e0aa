using Starlift.DuckDb.Native.Scalars;
using Starlift.Sql.Values.Json;
using static Starlift.DuckDb.Native.Scalars.ScalarType;

namespace Starlift.DuckDb.Values;

/// <summary>Amazon Redshift: "JSON functions".</summary>
static class JsonFunctions
{
    const int MostSteps = 5;

    public static ScalarFunction[] All =>
    [
        new("starlift_is_json", [Text], ScalarType.Boolean, static (ref c) => c.Return(JsonTexts.IsValid(c.Bytes(0)))),
        new("starlift_is_json_object", [Text], ScalarType.Boolean, static (ref c) => c.Return(JsonTexts.IsObject(c.Bytes(0)))),
        new("starlift_is_json_array", [Text], ScalarType.Boolean, static (ref c) => c.Return(JsonTexts.IsArray(c.Bytes(0)))),
        new("starlift_json_array_length", [Text, ScalarType.Boolean], Integer, static (ref c) => Length(ref c)),
        new("starlift_json_element", [Text, ScalarType.Boolean, Integer], Text, static (ref c) => Element(ref c)),
        .. Enumerable.Range(1, MostSteps).Select(Path),
        new("starlift_json_parse", [Text], Json, static (ref c) => Parse(ref c)),
        new("starlift_json_parse_last", [Text], Json, static (ref c) => ParseLast(ref c)),
    ];

    static ScalarFunction Path(int steps) => new(
        "starlift_json_path", [Text, ScalarType.Boolean, .. Enumerable.Repeat(Text, steps)], Text, (ref c) => Path(ref c, steps));

    static void Path(ref ScalarCall call, int steps)
    {
        Span<string> path = ["", "", "", "", ""];
        for (var i = 0; i < steps; i++)
        {
            path[i] = call.Prepare<string>(2 + i, static (name, _) => name);
        }

        if (JsonTexts.TryPath(call.Bytes(0), path[..steps], call.Boolean(1), call.Text))
        {
            call.ReturnWritten();
        }
    }

    static void Element(ref ScalarCall call)
    {
        if (JsonTexts.TryElement(call.Bytes(0), call.Integer(2), call.Boolean(1), call.Text))
        {
            call.ReturnWritten();
        }
    }

    static void Length(ref ScalarCall call)
    {
        if (JsonTexts.ArrayLength(call.Bytes(0), call.Boolean(1)) is { } length)
        {
            call.Return(length);
        }
    }

    static void ParseLast(ref ScalarCall call)
    {
        SuperText.ParseLast(call.Bytes(0), call.Text);
        call.ReturnWritten();
    }

    static void Parse(ref ScalarCall call)
    {
        SuperText.Parse(call.Bytes(0), call.Text);
        call.ReturnWritten();
    }
}
