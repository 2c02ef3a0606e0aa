using System.Globalization;

namespace Starlift.Objects;

/// <summary>One object as it was listed: loading it means loading exactly this version.</summary>
/// <param name="Uri">s3://bucket/key, or a full path with forward slashes.</param>
/// <param name="Version">The ETag in S3; size and time of last change of a local file. Opaque: only equality counts.</param>
/// <param name="Size">In bytes, as stored (compressed where it is).</param>
public sealed record ObjectVersion(string Uri, string Version, long Size)
{
    internal static ObjectVersion OfFile(string path, long size, DateTime changedUtc) =>
        new(path, string.Create(CultureInfo.InvariantCulture, $"{size}-{changedUtc.Ticks}"), size);
}
