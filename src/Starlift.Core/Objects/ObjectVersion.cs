using System.Globalization;

namespace Starlift.Objects;

/// <summary>One object as it was listed: loading it means loading exactly this version.</summary>
/// <param name="Uri">s3://bucket/key, or a full path with forward slashes.</param>
/// <param name="Version">The ETag in S3; size and time of last change of a local file. Opaque: only equality counts.</param>
/// <param name="Size">In bytes, as stored (compressed where it is).</param>
public sealed record ObjectVersion(string Uri, string Version, long Size)
{
    /// <summary>The file that was listed; null in S3. No part of the version: a copy of a file with its time is the same version.</summary>
    internal FileIdentity? File { get; init; }

    /// <summary>The file may be listed by another name too.</summary>
    internal bool HasOtherNames { get; init; }

    public bool Equals(ObjectVersion? other) =>
        ReferenceEquals(this, other) || (other is not null && Uri == other.Uri && Version == other.Version && Size == other.Size);

    public override int GetHashCode() => HashCode.Combine(Uri, Version, Size);

    internal static ObjectVersion OfFile(string path, FileFacts facts, bool isLink) =>
        new(path, string.Create(CultureInfo.InvariantCulture, $"{facts.Size}-{facts.ChangedUtc.Ticks}"), facts.Size)
        {
            File = facts.Identity,
            HasOtherNames = isLink || facts.HasOtherNames,
        };

    /// <summary>The file at this version's uri still is the one that was listed, and has not changed.</summary>
    internal bool IsStill(FileFacts facts) =>
        OfFile(Uri, facts, isLink: false) == this && (File is null || facts.Identity is null || File == facts.Identity);
}
