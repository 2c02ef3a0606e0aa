using Microsoft.Win32.SafeHandles;

namespace Starlift.Objects;

/// <summary>What the system says of a file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">In bytes; 0 for what is no file.</param>
/// <param name="ChangedUtc">When its content changed last.</param>
/// <param name="Identity">Null where the system tells none: only Linux does.</param>
/// <param name="HasOtherNames">It has several names in its file system.</param>
readonly record struct FileFacts(FileKind Kind, long Size, DateTime ChangedUtc, FileIdentity? Identity, bool HasOtherNames)
{
    /// <param name="path">A full path.</param>
    /// <param name="follow">Of what a link leads to, and not of the link.</param>
    /// <returns>Null where there is nothing, or a link to nothing.</returns>
    /// <exception cref="IOException">The system does not say.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder above may not be searched.</exception>
    public static FileFacts? Of(string path, bool follow) => LinuxFiles.Are ? LinuxFiles.FactsOf(path, follow) : FoundBy(path, follow);

    /// <summary>Nobody has written in between.</summary>
    public bool IsSameContent(FileFacts other) => (Size, ChangedUtc, Identity) == (other.Size, other.ChangedUtc, other.Identity);

    public static FileFacts Of(SafeFileHandle file) => LinuxFiles.Are
        ? LinuxFiles.FactsOf(file)
        : new FileFacts(FileKind.File, RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file), null, false);

    static FileFacts? FoundBy(string path, bool follow)
    {
        FileSystemInfo found = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if (found.LinkTarget is not null)
        {
            if (!follow)
            {
                return new FileFacts(FileKind.Link, 0, found.LastWriteTimeUtc, null, false);
            }

            try
            {
                found = found.ResolveLinkTarget(returnFinalTarget: true)!;
            }
            catch (IOException)
            {
                // A link that leads to itself.
                return null;
            }
        }

        return found switch
        {
            { Exists: false } => null,
            FileInfo file => new FileFacts(FileKind.File, file.Length, file.LastWriteTimeUtc, null, false),
            _ => new FileFacts(FileKind.Folder, 0, found.LastWriteTimeUtc, null, false),
        };
    }
}
