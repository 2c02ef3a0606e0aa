using System.Runtime.InteropServices;
using Starlift.Torture;

if (OperatingSystem.IsWindows())
{
    Console.Error.WriteLine("torture: it takes signals, and so does not run on Windows");
    return 2;
}

if (TortureOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(TortureOptions.Usage);
    return 2;
}

// Servers and mounts outlive this process: whoever ends it gets the moments at hand finished and cleared away. The second signal ends it at once.
using var stop = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);

Console.WriteLine($"seed {options.Seed}, {options.Binary}");
var folder = Directory.CreateTempSubdirectory("starlift-torture-").FullName;
// A server's user has to get through to its data.
File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
await SparkifyData.MakeAsync(folder, options.Binary);
var moments = new List<MomentReport>();
foreach (var target in options.Targets)
{
    moments.AddRange(await new Session(options, Console.Out, folder).RunAsync(target, stop.Token));
}

Tally.Write(Console.Out, moments);
var failed = moments.Count(moment => moment.Findings.Count > 0);
if (failed == 0)
{
    Directory.Delete(folder, recursive: true);
}

// As the test projects count, so that ./build test can.
Console.WriteLine($"seed {options.Seed}: Total: {moments.Count}, Errors: 0, Failed: {failed}, Skipped: 0, Not Run: 0");
return stop.IsCancellationRequested ? 130 : failed == 0 ? 0 : 1;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
