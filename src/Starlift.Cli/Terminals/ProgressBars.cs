using Spectre.Console;

namespace Starlift.Cli.Terminals;

/// <summary>The look of all progress: a bar, the time it takes, and what is done in words, which change: last, so that bars stay in place.</summary>
static class ProgressBars
{
    const int WidthOfBar = 20;

    const int WidthOfTime = 8;
    const int Gaps = 2;

    /// <summary>Bars on stderr, whose last picture stays.</summary>
    public static Progress On(Terminal terminal)
    {
        var bar = Math.Min(WidthOfBar, terminal.Width / 6);
        return terminal.ProgressConsole()
            .Progress()
            .AutoClear(false)
            .Columns(
                new ProgressBarColumn { Width = bar },
                new ElapsedTimeColumn(),
                new TaskTextColumn(terminal.Width - bar - WidthOfTime - Gaps));
    }
}
