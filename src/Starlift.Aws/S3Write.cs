using Amazon.S3.Model;

namespace Starlift.Aws;

/// <summary>Puts and removes small objects.</summary>
static class S3Write
{
    public static async Task<bool> PutAsync(
        S3Connection connection, S3Location location, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        await connection.Client.PutObjectAsync(
            new PutObjectRequest { BucketName = location.Bucket, Key = location.Key, InputStream = stream, AutoCloseStream = false }, cancellationToken);
        return true;
    }

    public static async Task<bool> DeleteAsync(S3Connection connection, S3Location location, CancellationToken cancellationToken)
    {
        await connection.Client.DeleteObjectAsync(location.Bucket, location.Key, cancellationToken);
        return true;
    }
}
