using System.Runtime.InteropServices;

namespace Starlift.Torture;

/// <summary>What the runtime has no call for.</summary>
static partial class Native
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    /// <summary>A process that is gone is left alone.</summary>
    public static void Send(int processId, int signal) => _ = SendSignal(processId, signal);

    /// <summary>The state of each thread, as /proc has it: T is stopped. A thread that is gone is left out.</summary>
    public static IEnumerable<char> Threads(int processId)
    {
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{processId}/task"))
        {
            string stat;
            try
            {
                stat = File.ReadAllText($"{thread}/stat");
            }
            catch (IOException)
            {
                continue;
            }

            // pid (name) state …; a name may hold anything.
            yield return stat[stat.LastIndexOf(')') + 2];
        }
    }

    /// <summary>A second name of a file; size, times and identity are the same.</summary>
    public static void Link(string from, string to)
    {
        if (MakeLink(from, to) != 0)
        {
            throw new IOException($"{to} can't be linked to {from}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakeLink(string from, string to);
}
