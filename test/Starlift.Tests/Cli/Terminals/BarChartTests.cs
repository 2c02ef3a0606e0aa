using Starlift.Cli.Terminals;

namespace Starlift.Tests.Cli.Terminals;

public sealed class BarChartTests
{
    [Fact]
    public void Bars_are_drawn_in_proportion_with_aligned_labels_and_values()
    {
        using var terminal = new ScratchTerminal();
        BarChart.Write(terminal.Terminal, "Top songs", [("You're The One", 1037), ("二人の", 518), ("A very long title that nobody would want to see whole in a chart", 9), ("Rare", 1), ("Never", 0)]);
        Snapshot.Match("bars", terminal.Out);
    }

    [Fact]
    public void A_chart_without_bars_is_a_title()
    {
        using var terminal = new ScratchTerminal();
        BarChart.Write(terminal.Terminal, "Top songs", []);
        Assert.Equal("Top songs\n", terminal.Out);
    }
}
