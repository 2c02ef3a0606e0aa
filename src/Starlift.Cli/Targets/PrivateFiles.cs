using System.Runtime.InteropServices;

namespace Starlift.Cli.Targets;

/// <summary>
/// Whose are the files that this process makes from now on, an engine's log and temporary files among them: the process's umask, for there is
/// no other way to say that to an engine. It only ever takes rights away.
/// </summary>
static partial class PrivateFiles
{
    const int Others = 63;

    static int? _before;

    /// <summary>May be called as often as one likes. Windows gives a file the rights of its folder.</summary>
    /// <param name="isPrivate">Files are 0600 and folders 0700; else they are as the umask says that the process began with.</param>
    public static void Make(bool isPrivate)
    {
        if (!OperatingSystem.IsWindows())
        {
            _before ??= SetMask(Others);
            _ = SetMask(isPrivate ? _before.Value | Others : _before.Value);
        }
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial int SetMask(int mask);
}
