using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Starlift.Objects;

/// <summary>
/// What the runtime can't ask Linux: which file a path is, and to open one without waiting for a pipe's writer. Calls the C library that
/// the process has loaded.
/// </summary>
static unsafe class LinuxFiles
{
    const int CurrentFolder = -100;
    const int NoFollow = 0x100;
    const int EmptyPath = 0x1000;

    /// <summary>Kind, mode, number of names, time of change, inode, size.</summary>
    const uint Wanted = 0x1 | 0x2 | 0x4 | 0x40 | 0x100 | 0x200;

    /// <summary>Closed in programs started from here; nobody is waited for.</summary>
    const int OpenFlags = 0x80000 | 0x800;

    /// <summary>Closed in programs started from here; what it is can't be read.</summary>
    const int FolderFlags = 0x80000 | 0x200000;

    const int NotPermitted = 1;
    const int NoEntry = 2;
    const int Interrupted = 4;
    const int NoDevice = 6;
    const int NoAccess = 13;
    const int NoFolder = 20;
    const int LinkLoop = 40;

    static readonly delegate* unmanaged<int, byte*, int, uint, LinuxStatus*, int> Status =
        (delegate* unmanaged<int, byte*, int, uint, LinuxStatus*, int>)Export("statx");

    static readonly delegate* unmanaged<byte*, int, int> OpenPath = (delegate* unmanaged<byte*, int, int>)Export("open");

    /// <summary>Whether this system can be asked.</summary>
    public static bool Are { get; } = Status is not null && OpenPath is not null;

    public static FileFacts? FactsOf(string path, bool follow) => FactsOf(CurrentFolder, path, follow ? 0 : NoFollow);

    /// <summary>Of a link itself, by its name in an open folder: the kernel need not look up the folders above for each file.</summary>
    /// <param name="folder">As <see cref="OpenFolder"/> gives it.</param>
    /// <param name="name">Without slashes.</param>
    public static FileFacts? FactsOf(SafeFileHandle folder, ReadOnlySpan<char> name)
    {
        var added = false;
        try
        {
            folder.DangerousAddRef(ref added);
            return FactsOf((int)folder.DangerousGetHandle(), name, NoFollow);
        }
        finally
        {
            if (added)
            {
                folder.DangerousRelease();
            }
        }
    }

    public static FileFacts FactsOf(SafeFileHandle file)
    {
        var added = false;
        try
        {
            file.DangerousAddRef(ref added);
            LinuxStatus status;
            byte empty = 0;
            var error = Call((int)file.DangerousGetHandle(), &empty, EmptyPath, &status);
            return error == 0 ? status.Facts : throw ErrorOf(error);
        }
        finally
        {
            if (added)
            {
                file.DangerousRelease();
            }
        }
    }

    /// <returns>Null where there is nothing that can be opened.</returns>
    public static SafeFileHandle? Open(string path) => Open(path, OpenFlags);

    /// <summary>Opens a folder to look files up in, and for nothing else.</summary>
    /// <returns>Null where there is no such folder.</returns>
    public static SafeFileHandle? OpenFolder(string path) => Open(path, FolderFlags);

    static SafeFileHandle? Open(string path, int flags)
    {
        Span<byte> bytes = stackalloc byte[512];
        fixed (byte* name = Terminated(path, bytes))
        {
            while (true)
            {
                Marshal.SetLastSystemError(0);
                var file = OpenPath(name, flags);
                var error = Marshal.GetLastSystemError();
                if (file >= 0)
                {
                    return new SafeFileHandle(file, ownsHandle: true);
                }

                switch (error)
                {
                    case Interrupted:
                        continue;
                    case NoEntry or NoFolder or LinkLoop or NoDevice:
                        return null;
                    default:
                        throw ErrorOf(error);
                }
            }
        }
    }

    static FileFacts? FactsOf(int folder, ReadOnlySpan<char> path, int flags)
    {
        Span<byte> bytes = stackalloc byte[512];
        fixed (byte* name = Terminated(path, bytes))
        {
            LinuxStatus status;
            var error = Call(folder, name, flags, &status);
            return error switch
            {
                0 => status.Facts,
                NoEntry or NoFolder or LinkLoop => null,
                _ => throw ErrorOf(error),
            };
        }
    }

    static int Call(int folder, byte* name, int flags, LinuxStatus* status)
    {
        int error;
        do
        {
            Marshal.SetLastSystemError(0);
            error = Status(folder, name, flags, Wanted, status) == 0 ? 0 : Marshal.GetLastSystemError();
        }
        while (error == Interrupted);
        return error;
    }

    static ReadOnlySpan<byte> Terminated(ReadOnlySpan<char> path, Span<byte> space)
    {
        var bytes = Encoding.UTF8.GetMaxByteCount(path.Length) < space.Length ? space : new byte[Encoding.UTF8.GetByteCount(path) + 1];
        bytes[Encoding.UTF8.GetBytes(path, bytes)] = 0;
        return bytes;
    }

    static Exception ErrorOf(int error) => error is NoAccess or NotPermitted
        ? new UnauthorizedAccessException(Marshal.GetPInvokeErrorMessage(error))
        : new IOException(Marshal.GetPInvokeErrorMessage(error));

    static nint Export(string name) =>
        OperatingSystem.IsLinux() && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), name, out var address) ? address : 0;
}
