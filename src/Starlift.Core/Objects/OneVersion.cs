using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>A run loads an object once, however often and by whichever names it is listed.</summary>
static class OneVersion
{
    /// <param name="listed">In any order.</param>
    /// <returns>In the same order, of each object the first.</returns>
    /// <exception cref="StarliftException">An object is listed in two versions: it changed in between.</exception>
    public static IReadOnlyList<ObjectVersion> Of(IReadOnlyList<ObjectVersion> listed)
    {
        var versions = new Dictionary<string, ObjectVersion>(listed.Count, StringComparer.Ordinal);
        var files = new HashSet<(ulong Device, ulong Inode)>();
        var once = new List<ObjectVersion>(listed.Count);
        foreach (var version in listed)
        {
            if (!versions.TryAdd(version.Uri, version))
            {
                if (versions[version.Uri] != version)
                {
                    throw new StarliftException(
                        ExitCode.RunFailed, new Problem($"{version.Uri} changed while it was listed", Hint: "run again when its writer is done"));
                }
            }
            else if (version is not { HasOtherNames: true, File: { } file } || files.Add((file.Device, file.Inode)))
            {
                once.Add(version);
            }
        }

        return once;
    }
}
