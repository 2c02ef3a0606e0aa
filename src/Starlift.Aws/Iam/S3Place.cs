namespace Starlift.Aws.Iam;

/// <summary>A bucket and the beginning of keys.</summary>
/// <param name="Bucket">Its name.</param>
/// <param name="Prefix">May be empty: the whole bucket.</param>
public sealed record S3Place(string Bucket, string Prefix)
{
    /// <param name="uri">s3://bucket/prefix.</param>
    public static S3Place Of(string uri)
    {
        var parts = uri["s3://".Length..].Split('/', 2);
        return new S3Place(parts[0], parts.Length == 2 ? parts[1] : "");
    }
}
