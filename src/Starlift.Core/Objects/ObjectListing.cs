using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Objects;

/// <summary>Which objects a COPY reads: those of a key prefix, or those of a manifest (Amazon Redshift: "COPY from Amazon S3").</summary>
public static class ObjectListing
{
    /// <param name="store">Where they are.</param>
    /// <param name="copy">The COPY.</param>
    /// <param name="found">Is told how many have been found so far.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>In the order of the manifest or of the listing; none where nothing matches the prefix.</returns>
    /// <exception cref="StarliftException">The manifest can't be used, or what it lists is not there.</exception>
    public static async Task<IReadOnlyList<ObjectVersion>> ListAsync(
        IObjectStore store, CopyStatement copy, Action<long> found, CancellationToken cancellationToken)
    {
        if (copy.Manifest)
        {
            return await Manifest.ListAsync(store, copy, cancellationToken);
        }

        var objects = new List<ObjectVersion>();
        await foreach (var version in store.ListAsync(copy.From, cancellationToken))
        {
            objects.Add(version);
            if (objects.Count % 1_000 == 0)
            {
                found(objects.Count);
            }
        }

        found(objects.Count);
        return objects;
    }

    /// <summary>
    /// An object of this uri is one that the COPY reads, as far as can be told without listing: where it is gone, it has vanished, and
    /// FROM is no slip. Of a manifest nothing can be told, and the answer is yes.
    /// </summary>
    /// <param name="copy">The COPY.</param>
    /// <param name="folder">Where relative paths start.</param>
    /// <param name="uri">As the store lists it.</param>
    public static bool Covers(CopyStatement copy, string folder, string uri)
    {
        if (copy.Manifest)
        {
            return true;
        }

        var isUri = copy.From.Contains("://", StringComparison.Ordinal);
        return uri.StartsWith(isUri ? copy.From : Path.GetFullPath(copy.From, folder).Replace('\\', '/'), StringComparison.Ordinal);
    }

    /// <summary>True of a local path whose folder is not there: that is a slip, and not a folder whose objects have vanished.</summary>
    /// <param name="copy">The COPY.</param>
    /// <param name="folder">Where relative paths start.</param>
    public static bool IsInNoFolder(CopyStatement copy, string folder) =>
        !copy.From.Contains("://", StringComparison.Ordinal) && Path.GetDirectoryName(Path.GetFullPath(copy.From, folder)) is { } path && !Directory.Exists(path);

    /// <summary>What a COPY says that finds no object at all.</summary>
    public static StarliftException NothingFound(CopyStatement copy)
    {
        var isS3 = copy.From.StartsWith("s3://", StringComparison.Ordinal);
        var prefix = isS3 ? copy.From["s3://".Length..].Split('/', 2) is [_, var key] ? key : "" : copy.From;
        return new StarliftException(
            isS3 ? ExitCode.Access : ExitCode.Usage,
            new Problem(
                isS3 ? $"The specified S3 prefix '{prefix}' does not exist" : $"no file's path starts with '{prefix}'",
                copy.Source.PlaceOf(copy.FromIndex),
                isS3 ? "check bucket and prefix" : "check the path, or give another with --var"));
    }
}
