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
    static bool _isPrivate;
    static bool _isKept;

    /// <summary>May be called as often as one likes. Windows gives a file the rights of its folder.</summary>
    /// <param name="isPrivate">Files are 0600 and folders 0700; else they are as the umask says that the process began with.</param>
    public static void Make(bool isPrivate)
    {
        if (!OperatingSystem.IsWindows())
        {
            _isPrivate = isPrivate || _isKept;
            _before ??= SetMask(Others);
            _ = SetMask(_isPrivate ? _before.Value | Others : _before.Value);
        }
    }

    /// <summary>What is private remains so: one of several commands in this process is not to give rights away for all.</summary>
    public static void Keep() => _isKept = _isPrivate;

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial int SetMask(int mask);
}
