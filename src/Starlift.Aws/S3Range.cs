using System.Buffers;
using Amazon.S3;
using Amazon.S3.Model;
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
            async (client, watch) =>
            {
                using var response = await OpenAsync(client, location, version, offset + read, Length - read, watch);
                while (true)
                {
                    var count = await response.ResponseStream.ReadAsync(_bytes.AsMemory(read, Length + 1 - read), watch.Token);
                    read += count;
                    watch.Received(count);
                    if (read > Length)
                    {
                        read = 0;
                        throw new IOException("the server sent more bytes than it was asked for");
                    }

                    if (count == 0)
                    {
                        return read == Length ? read : throw new IOException($"the connection was cut after {read} of {Length} bytes");
                    }
                }
            },
            cancellationToken);
    }

    static async Task<GetObjectResponse> OpenAsync(
        AmazonS3Client client, S3Location location, ObjectVersion version, long from, long length, StallWatch watch)
    {
        var request = new GetObjectRequest
        {
            BucketName = location.Bucket,
            Key = location.Key,
            EtagToMatch = $"\"{version.Version}\"",
            // The whole object comes with a checksum, which the SDK compares.
            ByteRange = from == 0 && length == version.Size ? null : new ByteRange(from, from + length - 1),
        };
        try
        {
            var response = await client.GetObjectAsync(request, watch.Token);
            if (S3Head.VersionOf(response.ETag) == version.Version)
            {
                return response;
            }

            response.Dispose();
        }
        catch (AmazonS3Exception e) when (S3Errors.MeansOtherVersion(e))
        {
            // Asked below.
        }

        // One wrong answer must not fail a run.
        var now = await S3Head.ReadAsync(client, location, watch.Token);
        throw now == version
            ? new IOException("the server says at once that the object is and is not that version")
            : S3Errors.Changed(version, vanished: now is null);
    }
}
