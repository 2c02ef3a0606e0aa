using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;

namespace Starlift.Server.Wire;

/// <summary>
/// Reads a client's messages (PostgreSQL: "Message formats"). A message takes no more memory than has arrived of it, whatever its length says, and one
/// that is longer than its kind may be ends the connection.
/// </summary>
sealed class MessageReader
{
    /// <summary>Of the messages before a client is let in, in bytes.</summary>
    public const int LongestGreeting = 10_000;

    /// <summary>Of a message that holds a statement or its parameters: a statement of Redshift's has at most 16 MB (Amazon Redshift: "Quotas and limits").</summary>
    public const int Longest = 16 * 1024 * 1024 + 1024;

    const int HeaderLength = 5;

    readonly PipeReader _pipe;
    readonly TimeSpan _patience;

    /// <param name="stream">Stays open.</param>
    /// <param name="patience">How long the rest of a message may take when its first byte is there.</param>
    public MessageReader(Stream stream, TimeSpan patience) => (_pipe, _patience) = (PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true)), patience);

    /// <summary>
    /// The first message, which has no letter. Not a byte behind it is read, so that what comes after a request for TLS is read through TLS alone.
    /// </summary>
    /// <returns>Null where the client left without a word.</returns>
    public static async Task<FrontendMessage?> ReadFirstAsync(Stream stream, CancellationToken cancellationToken)
    {
        var length = new byte[4];
        if (await stream.ReadAtLeastAsync(length, 1, throwOnEndOfStream: false, cancellationToken) is var read && read == 0)
        {
            return null;
        }

        await stream.ReadExactlyAsync(length.AsMemory(read), cancellationToken);
        var body = new byte[BodyLength(length, LongestGreeting)];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return new FrontendMessage('\0', body);
    }

    /// <summary>The next message; null at the end of what the client sends.</summary>
    /// <param name="longest">Of its body, in bytes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ServerError">It is too long, or its length is none.</exception>
    /// <exception cref="EndOfStreamException">The connection ended within it.</exception>
    public async ValueTask<FrontendMessage?> ReadAsync(int longest, CancellationToken cancellationToken)
    {
        var found = await _pipe.ReadAsync(cancellationToken);
        if (found.Buffer.Length < HeaderLength && !found.IsCompleted)
        {
            _pipe.AdvanceTo(found.Buffer.Start, found.Buffer.End);
            found = await RestAsync(HeaderLength, cancellationToken);
        }

        if (found.Buffer.Length < HeaderLength)
        {
            return found.Buffer.IsEmpty ? null : throw new EndOfStreamException();
        }

        var header = new byte[HeaderLength];
        found.Buffer.Slice(0, HeaderLength).CopyTo(header);
        var whole = HeaderLength + BodyLength(header.AsSpan(1, 4), longest);
        if (found.Buffer.Length < whole)
        {
            _pipe.AdvanceTo(found.Buffer.Start);
            found = await RestAsync(whole, cancellationToken);
        }

        if (found.Buffer.Length < whole)
        {
            throw new EndOfStreamException();
        }

        var body = found.Buffer.Slice(HeaderLength, whole - HeaderLength).ToArray();
        _pipe.AdvanceTo(found.Buffer.GetPosition(whole));
        return new FrontendMessage((char)header[0], body);
    }

    /// <summary>
    /// Whether what has arrived already goes on with Sync, but for what closes portals and asks for answers: then the statement at hand is alone. True where
    /// nothing has arrived: the client waits for the answer.
    /// </summary>
    public bool EndsWithSync()
    {
        if (!_pipe.TryRead(out var found))
        {
            return true;
        }

        var rest = new SequenceReader<byte>(found.Buffer);
        var isAlone = true;
        while (rest.TryRead(out var type) && rest.TryReadBigEndian(out int length))
        {
            if (type is not ((byte)'C' or (byte)'H'))
            {
                isAlone = type == (byte)'S';
                break;
            }

            if (length < 4 || rest.Remaining < length - 4)
            {
                break;
            }

            rest.Advance(length - 4);
        }

        _pipe.AdvanceTo(found.Buffer.Start);
        return isAlone;
    }

    // Who sends a byte now and then holds a session as long as it likes, and what the message needs of memory.
    async ValueTask<ReadResult> RestAsync(int length, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        try
        {
            return await _pipe.ReadAtLeastAsync(length, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ServerError.OfProtocol("a message did not arrive whole in time");
        }
    }

    // The length counts itself.
    static int BodyLength(ReadOnlySpan<byte> length, int longest)
    {
        var body = (long)BinaryPrimitives.ReadInt32BigEndian(length) - length.Length;
        return body >= 0 && body <= longest ? (int)body : throw ServerError.OfProtocol("invalid message length");
    }
}
