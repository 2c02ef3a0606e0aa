using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Starlift.Tests.Inference;

/// <summary>Made-up objects of one source in the shape that its documentation states.</summary>
/// <param name="Name">The folder below data/.</param>
/// <param name="Objects">By key below that folder.</param>
sealed record Feed(string Name, IReadOnlyDictionary<string, byte[]> Objects)
{
    /// <summary>Records one a line.</summary>
    public static byte[] Lines(IEnumerable<JsonObject> records) => Encoding.UTF8.GetBytes(string.Concat(records.Select(record => record.ToJsonString() + "\n")));

    /// <summary>Records one behind the other, without anything between them.</summary>
    public static byte[] Concatenated(IEnumerable<JsonObject> records) => Encoding.UTF8.GetBytes(string.Concat(records.Select(record => record.ToJsonString())));

    /// <summary>A JSON array, indented.</summary>
    public static byte[] Array(IEnumerable<JsonObject> records) =>
        Encoding.UTF8.GetBytes(new JsonArray([.. records]).ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }));

    public static byte[] Gzip(byte[] plain)
    {
        using var stored = new MemoryStream();
        using (var gzip = new GZipStream(stored, CompressionLevel.Fastest))
        {
            gzip.Write(plain);
        }

        return stored.ToArray();
    }
}
