using System.Runtime.InteropServices;

namespace Starlift.Cli.Streams;

/// <summary>The few calls of the system that .NET has no way to make, or makes differently. Not for Windows.</summary>
static partial class Posix
{
    /// <summary>Of <see cref="Open"/>: to be written only.</summary>
    public const int WriteOnly = 1;

    public const int Interrupted = 4;

    public const int BadDescriptor = 9;

    public const int BrokenPipe = 32;

    const int GetDescriptorFlags = 1;
    const int CloseOnExec = 1;
    const short CanWrite = 4;

    /// <summary>Linux' TIOCGWINSZ.</summary>
    const nuint GetWindowSize = 0x5413;

    /// <summary>EAGAIN: of a descriptor that somebody made non-blocking.</summary>
    public static int TryAgain { get; } = OperatingSystem.IsMacOS() ? 35 : 11;

    /// <summary>Whether the process was started with this descriptor. One that it opened itself is closed when another program takes its place.</summary>
    public static bool IsInherited(int descriptor) => DescriptorFlags(descriptor, GetDescriptorFlags) is var flags and >= 0 && (flags & CloseOnExec) == 0;

    public static bool IsOpen(int descriptor) => DescriptorFlags(descriptor, GetDescriptorFlags) >= 0;

    public static bool IsTerminal(int descriptor) => IsTty(descriptor) == 1;

    /// <summary>Columns of the terminal at a descriptor; 0 where it is none, or does not say.</summary>
    public static int Columns(int descriptor)
    {
        var size = default(WindowSize);
        return OperatingSystem.IsLinux() && Ioctl(descriptor, GetWindowSize, ref size) == 0 ? size.Columns : 0;
    }

    /// <returns>The number of bytes, or -1 with the error in <see cref="Marshal.GetLastPInvokeError"/>.</returns>
    public static nint Write(int descriptor, ReadOnlySpan<byte> bytes) => Write(descriptor, in MemoryMarshal.GetReference(bytes), bytes.Length);

    /// <inheritdoc cref="Write(int, ReadOnlySpan{byte})"/>
    public static nint Read(int descriptor, Span<byte> buffer) => Read(descriptor, ref MemoryMarshal.GetReference(buffer), buffer.Length);

    public static void WaitUntilWritable(int descriptor)
    {
        var poll = new PollDescriptor { Descriptor = descriptor, Events = CanWrite };
        _ = Poll(ref poll, 1, -1);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    /// <summary>Ends the process at once: no other thread is waited for, and nothing is tidied up.</summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void Exit(int code);

    [LibraryImport("libc", EntryPoint = "isatty")]
    private static partial int IsTty(int descriptor);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int DescriptorFlags(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Ioctl(int descriptor, nuint request, ref WindowSize size);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int descriptor, in byte bytes, nint count);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int descriptor, ref byte buffer, nint count);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollDescriptor descriptors, nuint count, int timeout);

    struct WindowSize
    {
        public ushort Rows;
        public ushort Columns;
        public ushort Width;
        public ushort Height;
    }

    struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
