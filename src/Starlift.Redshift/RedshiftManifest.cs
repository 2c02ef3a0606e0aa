using System.Buffers;
using System.Text.Json;
using Starlift.Objects;
using Starlift.Sql;

namespace Starlift.Redshift;

/// <summary>
/// The manifest that holds a COPY to the objects that were planned (Amazon Redshift: "Using a manifest to specify data files"). Each of
/// them is mandatory: one that is gone fails the load.
/// </summary>
static class RedshiftManifest
{
    public static byte[] Of(IEnumerable<ObjectVersion> objects)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteStartArray("entries");
            foreach (var version in objects)
            {
                json.WriteStartObject();
                json.WriteString("url", version.Uri);
                json.WriteBoolean("mandatory", true);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A uri that no other load uses.</summary>
    public static string UriFor(string prefix, TableName table) => $"{prefix.TrimEnd('/')}/starlift-{table.Name}-{Guid.NewGuid():N}.manifest";
}
