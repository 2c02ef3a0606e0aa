using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Starlift.Objects;

namespace Starlift.Aws;

/// <summary>A stretch of an object that is being read in the background into memory of its own.</summary>
sealed class S3Range
{
    readonly byte[] _bytes;

    S3Range(S3Requests requests, ObjectVersion version, long offset, int length, CancellationToken cancellationToken)
    {
        // One byte more, to see that the server sends no more.
        _bytes = ArrayPool<byte>.Shared.Rent(length + 1);
        Length = length;
        Ready = Task.Run(() => ReadAsync(requests, version, offset, cancellationToken), cancellationToken);
    }

    public int Length { get; }

    /// <summary>Ends when all of the stretch is there, or with a <see cref="Errors.StarliftException"/>.</summary>
    public Task Ready { get; }

    /// <summary>To be read when <see cref="Ready"/> has ended well, and until <see cref="Free"/>.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public static S3Range Start(S3Requests requests, ObjectVersion version, long offset, int length, CancellationToken cancellationToken) =>
        new(requests, version, offset, length, cancellationToken);

    /// <summary>To be called at most once, and only after <see cref="Ready"/> has ended: until then the memory is written to.</summary>
    public void Free() => ArrayPool<byte>.Shared.Return(_bytes);

    async Task ReadAsync(S3Requests requests, ObjectVersion version, long offset, CancellationToken cancellationToken)
    {
        var location = S3Location.Parse(version.Uri);
        var read = 0;
        await requests.SendAsync(
            location,
            async (connection, watch) =>
            {
                using var response = await OpenAsync(connection, location, version, offset + read, Length - read, watch);
                await using var body = await response.Content.ReadAsStreamAsync(watch.Token);
                while (true)
                {
                    var count = await body.ReadAsync(_bytes.AsMemory(read, Length + 1 - read), watch.Token);
                    read += count;
                    watch.Received(count);
                    if (read > Length)
                    {
                        read = 0;
                        watch.Lost();
                        throw new BrokenAnswerException("sends more bytes than it was asked for", mayPass: true);
                    }

                    if (count == 0)
                    {
                        return read == Length ? read : throw new IOException($"the connection was cut after {read} of {Length} bytes");
                    }
                }
            },
            cancellationToken);
    }

    static async Task<HttpResponseMessage> OpenAsync(
        S3Connection connection, S3Location location, ObjectVersion version, long from, long length, StallWatch watch)
    {
        var range = from == 0 && length == version.Size ? null : new RangeHeaderValue(from, from + length - 1);
        try
        {
            var response = await connection.SendAsync(HttpMethod.Get, location, version.Version, range, watch.Token);
            if (S3Head.VersionOf(response) == version.Version)
            {
                if (Fault(response, range, version) is { } fault)
                {
                    response.Dispose();
                    throw fault;
                }

                return response;
            }

            response.Dispose();
        }
        catch (S3AnswerException e) when (S3Errors.MeansOtherVersion(e))
        {
            // Asked below.
        }

        // One wrong answer must not fail a run.
        var now = await S3Head.ReadAsync(connection, location, watch.Token);
        throw now == version
            ? new IOException("the server says at once that the object is and is not that version")
            : S3Errors.Changed(version, vanished: now is null);
    }

    /// <summary>What keeps the body from being the bytes that were asked for; null for nothing.</summary>
    static BrokenAnswerException? Fault(HttpResponseMessage response, RangeHeaderValue? range, ObjectVersion version)
    {
        if (range?.Ranges.First() is not { } asked)
        {
            return null;
        }

        var sent = response.Content.Headers.ContentRange;
        return response.StatusCode != HttpStatusCode.PartialContent
            ? new BrokenAnswerException($"sends the whole object where bytes {asked.From} to {asked.To} were asked for: objects are read in ranges")
            : sent is null || (sent.From, sent.To) != (asked.From, asked.To) || (sent.Length is { } size && size != version.Size)
                ? new BrokenAnswerException($"sends '{sent}' where bytes {asked.From} to {asked.To} of {version.Size} were asked for", mayPass: true)
                : null;
    }
}
