using System.Text;
using Starlift.Objects;
using Starlift.Sql;

namespace Starlift.Provenance;

/// <summary>Reads one record of an object as it stands there.</summary>
static class RecordText
{
    const int Block = 64 * 1024;

    /// <param name="store">Where the object is.</param>
    /// <param name="version">The object.</param>
    /// <param name="copy">Says how it is compressed and encoded.</param>
    /// <param name="offset">Of a record that is well-formed, in the decompressed text.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static (long Line, string Text) Read(IObjectStore store, ObjectVersion version, CopyStatement copy, long offset, CancellationToken cancellationToken)
    {
        using var stream = Decompression.Open(store.OpenRead(version, 0, version.Size, cancellationToken), copy);
        var block = new byte[Block];
        long line = 1;
        for (var left = offset; left > 0;)
        {
            var read = stream.Read(block, 0, (int)Math.Min(block.Length, left));
            if (read == 0)
            {
                return (line, "");
            }

            line += block.AsSpan(0, read).Count((byte)'\n');
            left -= read;
        }

        return (line, copy.Csv is { } csv ? Line(stream, block, (byte)csv.Quote) : Record(stream, block));
    }

    // Up to the line end outside of quotes.
    static string Line(Stream stream, byte[] block, byte quote)
    {
        using var line = new MemoryStream();
        var inQuotes = false;
        while (stream.Read(block) is > 0 and var read)
        {
            for (var i = 0; i < read; i++)
            {
                if (block[i] == '\n' && !inQuotes)
                {
                    return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\r');
                }

                inQuotes ^= block[i] == quote;
                line.WriteByte(block[i]);
            }
        }

        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }

    static string Record(Stream stream, byte[] block)
    {
        using var record = new MemoryStream();
        var (depth, inString, escaped) = (0, false, false);
        while (stream.Read(block) is > 0 and var read)
        {
            for (var i = 0; i < read; i++)
            {
                var b = block[i];
                record.WriteByte(b);
                if (inString)
                {
                    inString = escaped || b != '"';
                    escaped = !escaped && b == '\\';
                }
                else if (b == '"')
                {
                    inString = true;
                }
                else if (b is (byte)'{' or (byte)'[')
                {
                    depth++;
                }
                else if (b is (byte)'}' or (byte)']' && --depth == 0)
                {
                    return Encoding.UTF8.GetString(record.GetBuffer(), 0, (int)record.Length);
                }
            }
        }

        return Encoding.UTF8.GetString(record.GetBuffer(), 0, (int)record.Length);
    }
}
