using Starlift.Cli.Terminals;
using Starlift.Runs;

namespace Starlift.Cli.Running;

/// <summary>Shows how a run gets on: bars that redraw themselves on a terminal, plain lines elsewhere, JSON where that was asked for.</summary>
static class RunProgress
{
    public static Task<T> WatchAsync<T>(Terminal terminal, Func<IRunObserver, Task<T>> run) =>
        terminal.Redraws ? LiveRunProgress.WatchAsync(terminal, run)
        : run(terminal.Error is JsonLogWriter log ? new JsonRunProgress(log) : new PlainRunProgress(terminal.Error));
}
