using Starlift.Runs;

namespace Starlift.Cli.Rendering;

/// <summary>Shows how a run gets on: bars that redraw themselves on a terminal, plain lines elsewhere.</summary>
static class RunProgress
{
    public static Task<T> WatchAsync<T>(Terminal terminal, Func<IRunObserver, Task<T>> run) =>
        terminal.Redraws ? LiveRunProgress.WatchAsync(terminal, run) : run(new PlainRunProgress(terminal.Error));
}
