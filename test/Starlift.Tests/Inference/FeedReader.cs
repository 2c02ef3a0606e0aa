using System.IO.Compression;
using System.Text.Json;

namespace Starlift.Tests.Inference;

/// <summary>Reads objects by System.Text.Json alone: what a load's counts are held against.</summary>
static class FeedReader
{
    /// <summary>Root values, as COPY counts records.</summary>
    public static IReadOnlyList<JsonElement> Roots(byte[] stored)
    {
        var plain = stored is [0x1f, 0x8b, ..] ? Plain(stored) : stored;
        var reader = new Utf8JsonReader(plain, new JsonReaderOptions { AllowMultipleValues = true });
        var roots = new List<JsonElement>();
        while (reader.Read())
        {
            roots.Add(JsonElement.ParseValue(ref reader));
        }

        return roots;
    }

    /// <summary>Records as people count them: without the array or the envelope around them.</summary>
    public static IReadOnlyList<JsonElement> Records(Feed feed) => [.. feed.Objects.Values.SelectMany(Roots).SelectMany(root =>
        root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList()
        : root.TryGetProperty("Records", out var records) ? records.EnumerateArray().ToList()
        : [root])];

    static byte[] Plain(byte[] stored)
    {
        using var gzip = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
