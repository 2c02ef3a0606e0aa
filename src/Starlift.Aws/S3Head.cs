using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Starlift.Objects;

namespace Starlift.Aws;

/// <summary>What S3 says of an object without its bytes.</summary>
static class S3Head
{
    /// <summary>Null where there is no such object.</summary>
    public static async Task<ObjectVersion?> ReadAsync(AmazonS3Client client, S3Location location, CancellationToken cancellationToken)
    {
        try
        {
            var head = await client.GetObjectMetadataAsync(location.Bucket, location.Key, cancellationToken);
            return new ObjectVersion(location.ToString(), VersionOf(head.ETag), head.ContentLength);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden)
        {
            // The answer to HEAD has no body, and so does not say why; that to GET does.
            using var response = await client.GetObjectAsync(
                new GetObjectRequest { BucketName = location.Bucket, Key = location.Key, ByteRange = new ByteRange(0, 0) }, cancellationToken);
            throw;
        }
    }

    /// <summary>An ETag without its quotes.</summary>
    public static string VersionOf(string etag) => etag.Trim('"');
}
