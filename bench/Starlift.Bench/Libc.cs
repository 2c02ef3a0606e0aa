using System.Runtime.InteropServices;

namespace Starlift.Bench;

/// <summary>Calls that .NET has no like of: its Process tells neither the CPU time nor the peak memory of a child that has ended.</summary>
static unsafe partial class Libc
{
    const int Interrupted = 4;

    [LibraryImport("libc", EntryPoint = "posix_spawn", SetLastError = false)]
    private static partial int PosixSpawn(out int pid, byte* path, nint actions, nint attributes, byte** arguments, byte** environment);

    [LibraryImport("libc", EntryPoint = "wait4", SetLastError = true)]
    private static partial int Wait4(int pid, out int status, int options, ResourceUsage* usage);

    /// <summary>Waits until all that was written to files is on disk.</summary>
    [LibraryImport("libc", EntryPoint = "sync")]
    public static partial void Sync();

    /// <summary>Starts a program with this process's standard streams.</summary>
    public static int Spawn(string path, IReadOnlyList<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var argv = Strings([path, .. arguments]);
        var envp = Strings([.. environment.Select(pair => $"{pair.Key}={pair.Value}")]);
        var name = Strings([path]);
        try
        {
            var error = PosixSpawn(out var pid, name[0], 0, 0, argv, envp);
            return error == 0 ? pid : throw new BenchException($"{path} can't be started: {Marshal.GetPInvokeErrorMessage(error)}");
        }
        finally
        {
            Free(argv);
            Free(envp);
            Free(name);
        }
    }

    /// <returns>The exit code, 128 more than a signal's number, and what the process used.</returns>
    public static (int ExitCode, ResourceUsage Usage) Wait(int pid)
    {
        ResourceUsage usage = default;
        int status;
        while (Wait4(pid, out status, 0, &usage) < 0)
        {
            if (Marshal.GetLastPInvokeError() != Interrupted)
            {
                throw new BenchException($"can't wait for process {pid}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
            }
        }

        var signal = status & 0x7F;
        return (signal == 0 ? (status >> 8) & 0xFF : 128 + signal, usage);
    }

    static byte** Strings(IReadOnlyList<string> texts)
    {
        var block = (byte**)NativeMemory.AllocZeroed((nuint)(texts.Count + 1), (nuint)sizeof(byte*));
        for (var i = 0; i < texts.Count; i++)
        {
            block[i] = (byte*)Marshal.StringToCoTaskMemUTF8(texts[i]);
        }

        return block;
    }

    static void Free(byte** block)
    {
        for (var i = 0; block[i] is not null; i++)
        {
            Marshal.FreeCoTaskMem((nint)block[i]);
        }

        NativeMemory.Free(block);
    }

    /// <summary>struct rusage of 64-bit Linux and macOS; the kernel writes 14 more numbers behind the two times.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        public long MaxResident;
        fixed long _others[13];
    }
}
