using System.Text.Json;
using Starlift.Copying;

namespace Starlift.Tests.Copying;

/// <summary>
/// What a reader finds in an object, told without buffers, slices and the scanner: the runtime's parser decides what a record is.
/// </summary>
static class ReferenceReading
{
    /// <returns>Offset and length of each record and of each reject, in order.</returns>
    public static IEnumerable<(bool IsRecord, int Offset, int Length)> Of(byte[] data)
    {
        var found = new List<(bool, int, int)>();
        var indent = 0;
        var at = data.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        while (at < data.Length)
        {
            if (data[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                indent = data[at] == '\n' ? 0 : indent + 1;
                at++;
                continue;
            }

            if (data[at] is not ((byte)'{' or (byte)'['))
            {
                Reject(TextEnd(data, at));
            }
            else if (RecordEnd(data, at) is { } end)
            {
                found.Add((true, at, end - at));
                at = end;
            }
            else
            {
                Reject(BadRecord.FindEnd(data, at, indent, 0) is var stop and >= 0 ? stop : data.Length);
            }
        }

        return found;

        void Reject(int end)
        {
            found.Add((false, at, data.AsSpan(at..end).TrimEnd(" \t\r\n"u8).Length));
            at = end;
            indent = 0;
        }
    }

    static int? RecordEnd(byte[] data, int start)
    {
        try
        {
            var reader = new Utf8JsonReader(data.AsSpan(start), new JsonReaderOptions { MaxDepth = RecordScanner.MaxDepth, AllowMultipleValues = true });
            reader.Read();
            reader.Skip();
            return start + (int)reader.BytesConsumed;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static int TextEnd(byte[] data, int start)
    {
        var inString = false;
        for (var at = start; at < data.Length; at++)
        {
            if (data[at] == '\n' || (!inString && data[at] is (byte)'{' or (byte)'['))
            {
                return at;
            }

            inString ^= data[at] == '"';
            at += inString && data[at] == '\\' && at + 1 < data.Length && data[at + 1] != '\n' ? 1 : 0;
        }

        return data.Length;
    }
}
