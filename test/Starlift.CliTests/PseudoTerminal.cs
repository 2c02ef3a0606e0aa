using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Starlift.CliTests;

/// <summary>A terminal of the system's own making, of which a test sees what arrives.</summary>
sealed partial class PseudoTerminal : IDisposable
{
    const int ReadWrite = 2;

    /// <summary>Neither to become the terminal of the tests themselves, nor to be held by programs that other tests start.</summary>
    const int Own = 0x100 | 0x80000;
    const nuint SetWindowSize = 0x5414;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly SafeFileHandle _master;
    readonly SafeFileHandle _slave;
    readonly StringBuilder _seen = new();
    readonly Thread _reader;

    public PseudoTerminal(ushort columns = 160)
    {
        _master = new SafeFileHandle(Checked(OpenMaster(ReadWrite | Own)), ownsHandle: true);
        var master = (int)_master.DangerousGetHandle();
        Checked(Grant(master));
        Checked(Unlock(master));
        var name = new byte[128];
        Checked(NameOf(master, ref name[0], name.Length));
        Path = Encoding.ASCII.GetString(name, 0, Array.IndexOf(name, (byte)0));
        var size = new WindowSize { Rows = 50, Columns = columns };
        Checked(Ioctl(master, SetWindowSize, ref size));
        // Held open, so that the other end does not end between two programs.
        _slave = new SafeFileHandle(Checked(Open(Path, ReadWrite | Own)), ownsHandle: true);
        _reader = new Thread(Read) { IsBackground = true };
        _reader.Start();
    }

    public static bool IsThere => OperatingSystem.IsLinux();

    /// <summary>The device.</summary>
    public string Path { get; }

    /// <summary>Runs Starlift with this terminal as all of its streams, or with a redirection of some.</summary>
    /// <returns>The exit code, and what arrived.</returns>
    public async Task<(int ExitCode, string Seen)> RunAsync(string folder, IReadOnlyList<string> arguments, string redirection = "", params IReadOnlyList<string> environment)
    {
        using var running = Start(folder, arguments, redirection, environment);
        await running.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return (running.ExitCode, End());
    }

    /// <inheritdoc cref="RunAsync"/>
    public Process Start(string folder, IReadOnlyList<string> arguments, string redirection = "", params IReadOnlyList<string> environment)
    {
        var start = new ProcessStartInfo(
            "/bin/sh", ["-c", $"exec env TERM=xterm \"$@\" < {Path} > {Path} 2> {Path} {redirection}", "sh", .. environment, StarliftBinary.FullPath, .. arguments])
        {
            WorkingDirectory = folder,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("STARLIFT_", StringComparison.Ordinal) || name == "NO_COLOR").ToList())
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start)!;
    }

    /// <summary>Waits until a text has arrived.</summary>
    public async Task HasSeenAsync(string text)
    {
        var started = Stopwatch.StartNew();
        while (!Seen().Contains(text, StringComparison.Ordinal))
        {
            Assert.True(started.Elapsed < Patience, $"it never arrived: '{text}':\n{Seen()}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
        _slave.Dispose();
        _reader.Join(Patience);
        _master.Dispose();
    }

    /// <summary>All that has arrived, once nothing more can.</summary>
    string End()
    {
        _slave.Dispose();
        Assert.True(_reader.Join(Patience), "the terminal is still held by somebody");
        return Seen();
    }

    string Seen()
    {
        lock (_seen)
        {
            return _seen.ToString();
        }
    }

    void Read()
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[4096];
        var text = new char[4096];
        // An error is how the system tells that nobody holds the other end.
        while (ReadBytes((int)_master.DangerousGetHandle(), ref bytes[0], bytes.Length) is var read and > 0)
        {
            var length = decoder.GetChars(bytes.AsSpan(0, (int)read), text, flush: false);
            lock (_seen)
            {
                _seen.Append(text, 0, length);
            }
        }
    }

    static int Checked(int result) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial int OpenMaster(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    private static partial int Grant(int master);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int Unlock(int master);

    [LibraryImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
    private static partial int NameOf(int master, ref byte name, nint length);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Ioctl(int descriptor, nuint request, ref WindowSize size);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadBytes(int descriptor, ref byte buffer, nint count);

    struct WindowSize
    {
        public ushort Rows;
        public ushort Columns;
        public ushort Width;
        public ushort Height;
    }
}
