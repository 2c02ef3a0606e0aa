using System.Text;

namespace Starlift.S3Tests;

/// <summary>Reads HTTP/1.1 messages off a connection: as much of the protocol as S3 servers need.</summary>
sealed class HttpMessages(Stream stream) : IDisposable
{
    readonly BufferedStream _stream = new(stream, 1 << 16);

    public void Dispose() => _stream.Dispose();

    /// <summary>The next message's head; null where the connection ends.</summary>
    public async Task<HttpHead?> ReadHeadAsync(CancellationToken cancel)
    {
        var lines = new List<string>();
        while (await ReadLineAsync(cancel) is { } line)
        {
            if (line.Length > 0)
            {
                lines.Add(line);
            }
            else if (lines.Count > 0)
            {
                return new HttpHead(lines);
            }
        }

        return null;
    }

    /// <summary>The body that belongs to the head; chunks are put together.</summary>
    public async Task<byte[]> ReadBodyAsync(HttpHead head, CancellationToken cancel)
    {
        if (head["Content-Length"] is { } length)
        {
            return await ReadAsync(int.Parse(length, null), cancel);
        }

        var body = new MemoryStream();
        while (head["Transfer-Encoding"] == "chunked")
        {
            var chunk = await ReadAsync(Convert.ToInt32(await ReadLineAsync(cancel), 16), cancel);
            await ReadLineAsync(cancel);
            body.Write(chunk);
            if (chunk.Length == 0)
            {
                break;
            }
        }

        return body.ToArray();
    }

    async Task<byte[]> ReadAsync(int count, CancellationToken cancel)
    {
        var bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }

    async Task<string?> ReadLineAsync(CancellationToken cancel)
    {
        var line = new MemoryStream();
        var one = new byte[1];
        while (await _stream.ReadAsync(one, cancel) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.Latin1.GetString(line.ToArray()).TrimEnd('\r');
            }

            line.WriteByte(one[0]);
        }

        return null;
    }
}
