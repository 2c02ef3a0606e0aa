namespace Starlift.Cases;

/// <summary>An object in S3 that a case needs.</summary>
/// <param name="Bucket">As the case calls it.</param>
/// <param name="Key">Within the bucket.</param>
/// <param name="Content">Reads or makes its bytes anew at each call.</param>
public sealed record CaseObject(string Bucket, string Key, Func<byte[]> Content)
{
    public string Uri => $"s3://{Bucket}/{Key}";
}
