using System.Text.Json;
using Starlift.Errors;

namespace Starlift.Copying;

/// <summary>A JSONPaths object: {"jsonpaths": ["$['a']", …]} (Amazon Redshift: "Data format parameters").</summary>
static class JsonPathsFile
{
    /// <summary>The paths in order; null where the name is another than jsonpaths, in which case COPY goes on as with 'auto'.</summary>
    /// <param name="uri">For messages.</param>
    /// <param name="utf8">The whole object.</param>
    /// <exception cref="StarliftException">The file is malformed; no MAXERROR tolerates that.</exception>
    public static IReadOnlyList<JsonPath>? Read(string uri, ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Count() != 1)
            {
                throw new FormatException("it is not one JSON object with one name");
            }

            return root.TryGetProperty("jsonpaths", out var paths) ? Paths(paths) : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new StarliftException(
                ExitCode.Usage,
                new Problem($"the JSONPaths file {uri} can't be used: {e.Message}", Hint: """write it as {"jsonpaths": ["$['first']", "$['second']"]}"""),
                e);
        }
    }

    static List<JsonPath> Paths(JsonElement paths)
    {
        if (paths.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("the value of jsonpaths is not an array");
        }

        var result = new List<JsonPath>();
        foreach (var element in paths.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.String || element.GetString() is not { Length: > 0 } text)
            {
                throw new FormatException($"element {result.Count + 1} of jsonpaths is not a string with a path in it");
            }

            result.Add(JsonPath.Parse(text));
        }

        return result.Select(path => path.UsesDots).OfType<bool>().Distinct().Count() > 1
            ? throw new FormatException("it mixes dot and bracket notation")
            : result;
    }
}
