using System.Buffers.Binary;
using System.Net.Sockets;

namespace Starlift.Cli.Serving;

/// <summary>The connection between a command and the server that executes it, at either end: frames of a kind, a length and bytes. Both ends belong to one user.</summary>
/// <param name="socket">Connected; it is closed with the channel.</param>
sealed class CommandChannel(Socket socket) : IDisposable
{
    const int HeadLength = 5;

    readonly NetworkStream _stream = new(socket, ownsSocket: true);
    readonly Lock _writing = new();

    /// <summary>Writes a frame at once. Thread-safe.</summary>
    /// <exception cref="IOException">The other end is gone.</exception>
    public void Write(CommandFrame kind, ReadOnlySpan<byte> body)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], body.Length);
        lock (_writing)
        {
            try
            {
                _stream.Write(head);
                _stream.Write(body);
            }
            catch (ObjectDisposedException e)
            {
                throw new IOException("the connection is closed", e);
            }
        }
    }

    /// <summary>Writes a frame that is of no use to an end that is gone.</summary>
    public void TryWrite(CommandFrame kind)
    {
        try
        {
            Write(kind, []);
        }
        catch (IOException)
        {
        }
    }

    /// <summary>The next frame; null where the other end is gone.</summary>
    public async Task<(CommandFrame Kind, byte[] Body)?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var head = new byte[HeadLength];
            await _stream.ReadExactlyAsync(head, cancellationToken);
            var body = new byte[BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1))];
            await _stream.ReadExactlyAsync(body, cancellationToken);
            return ((CommandFrame)head[0], body);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    public void Dispose() => _stream.Dispose();
}
