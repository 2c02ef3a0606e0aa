using Starlift.Errors;

namespace Starlift.Aws;

/// <summary>A bucket and a key or a key's beginning. The key is data: any text, '..' and line breaks included, and never a path.</summary>
readonly record struct S3Location(string Bucket, string Key)
{
    const string Scheme = "s3://";

    /// <exception cref="ConfigurationException">The uri names no bucket.</exception>
    public static S3Location Parse(string uri)
    {
        var rest = uri[Scheme.Length..];
        var slash = rest.IndexOf('/');
        var bucket = slash < 0 ? rest : rest[..slash];
        return bucket.Length > 0
            ? new S3Location(bucket, slash < 0 ? "" : rest[(slash + 1)..])
            : throw new ConfigurationException($"'{uri}' names no bucket", hint: "write s3://bucket/prefix");
    }

    public override string ToString() => $"{Scheme}{Bucket}/{Key}";
}
