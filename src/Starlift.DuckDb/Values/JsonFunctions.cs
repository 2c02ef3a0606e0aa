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
        new("starlift_super_at", [Json, Text], Json, static (ref c) => At(ref c, c.Prepare<SuperPath>(1, static (path, _) => SuperPath.Read(path)))),
        new("starlift_super_attribute", [Json, Text], Json, static (ref c) => At(ref c, c.Prepare<SuperPath>(1, static (name, _) => SuperPath.OfAttribute(name)))),
        new("starlift_super_element", [Json, BigInt], Json, static (ref c) => ElementAt(ref c)),
        new("starlift_super_elements", [Json], JsonList, static (ref c) => Elements(ref c)),
        new("starlift_super_calculate", [Json, Text, Json], Json, static (ref c) => Calculate(ref c)),
        new("starlift_super_float", [ScalarType.Double], Json, static (ref c) => Float(ref c)),
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

    static void At(ref ScalarCall call, SuperPath path)
    {
        if (path.TryFind(call.Bytes(0), out var found))
        {
            call.Return(found);
        }
    }

    static void ElementAt(ref ScalarCall call)
    {
        if (SuperSlices.TryElement(SuperSlices.Trim(call.Bytes(0)), call.BigInt(1), out var found))
        {
            call.Return(found);
        }
    }

    static void Elements(ref ScalarCall call)
    {
        var json = SuperSlices.Trim(call.Bytes(0));
        if (SuperSlices.IsArray(json))
        {
            call.ReturnList();
            for (var at = SuperSlices.Start(json); SuperSlices.TryNext(json, ref at, out var element);)
            {
                call.Add(element);
            }
        }
    }

    static void Calculate(ref ScalarCall call)
    {
        if (SuperNumbers.TryCalculate(call.Bytes(0), (char)call.Bytes(1)[0], call.Bytes(2), call.Text))
        {
            call.ReturnWritten();
        }
    }

    static void Float(ref ScalarCall call)
    {
        SuperNumbers.WriteFloat(call.Double(0), call.Text);
        call.ReturnWritten();
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
