using Spectre.Console;

namespace Starlift.Cli.Rendering;

/// <summary>The look of all progress: what is done in words, a bar, the time it takes.</summary>
static class ProgressBars
{
    /// <summary>Bars on stderr, whose last picture stays.</summary>
    public static Progress On(Terminal terminal) => terminal.ProgressConsole()
        .Progress()
        .AutoClear(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 24 }, new ElapsedTimeColumn());
}
