using System.Text.Json;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Tests.Cli.Terminals;

/// <summary>Texts that would act upon a terminal, or forge a line, wherever a text may stand.</summary>
public sealed class HostileTextTests
{
    const string Hostile = "\e]0;pwned\a\e[2J\r\nstarlift: forged\u009B31m\u202E\u2066\uFEFF\u2028\u2029\u200B\u00AD\u007F";

    static readonly ResultTable Table = new([$"a{Hostile}", "b"], [[Hostile, "=1+1"], [null, -5]]);

    [Theory]
    [InlineData("Text", true)]
    [InlineData("Text", false)]
    [InlineData("Json", true)]
    [InlineData("Json", false)]
    [InlineData("Csv", true)]
    public void A_result_moves_no_cursor(string format, bool isTerminal)
    {
        using var terminal = new ScratchTerminal(isTerminal: isTerminal);
        ResultWriter.Write(terminal.Terminal, Table, Enum.Parse<OutputFormat>(format));
        AssertHarmless(terminal.Out);
    }

    [Fact]
    public void The_columns_of_a_table_stand_below_each_other()
    {
        using var terminal = new ScratchTerminal();
        ResultWriter.Write(terminal.Terminal, new ResultTable(["a", "b"], [["x\n二人\u202E", "|"], ["y", "|"]]), OutputFormat.Text);
        var widths = terminal.Out.Split('\n').Where(line => line.Contains('|')).Select(line => line[..line.IndexOf('|')].Sum(c => c is '二' or '人' ? 2 : 1)).ToList();
        Assert.Equal(2, widths.Count);
        Assert.Single(widths.Distinct());
    }

    [Fact]
    public void JSON_is_the_same_to_whoever_reads_it()
    {
        using var terminal = new ScratchTerminal();
        ResultWriter.Write(terminal.Terminal, Table, OutputFormat.Json);
        using var json = JsonDocument.Parse(terminal.Out);
        Assert.Equal(Hostile, json.RootElement[0].GetProperty($"a{Hostile}").GetString());
    }

    [Fact]
    public void CSV_in_a_file_is_the_data()
    {
        using var terminal = new ScratchTerminal();
        ResultWriter.Write(terminal.Terminal, Table, OutputFormat.Csv);
        Assert.Contains($"\"{Hostile}\",=1+1\n,-5\n", terminal.Out);
    }

    [Fact]
    public void CSV_for_spreadsheets_holds_no_formula()
    {
        using var terminal = new ScratchTerminal();
        ResultWriter.Write(
            terminal.Terminal, new ResultTable(["=a", "b"], [["=1+1", -5], ["@x", 2.5], ["+1", null], ["-1", "a=b"], ["\t=1", "＝1"], ["", "'x"]]), OutputFormat.SafeCsv);
        Assert.Equal("'=a,b\n'=1+1,-5\n'@x,2.5\n'+1,\n'-1,a=b\n'\t=1,'＝1\n\"\",'x\n", terminal.Out);
    }

    [Theory]
    [InlineData("query x -o json --csv-safe")]
    [InlineData("query x --csv-safe")]
    public async Task CSV_for_spreadsheets_is_CSV(string commandLine)
    {
        using var terminal = new ScratchTerminal();
        Assert.Equal(ExitCode.Usage, await terminal.RunAsync(commandLine));
        Assert.Contains("--csv-safe says how CSV is written", terminal.Error);
        Assert.Contains("hint: add -o csv", terminal.Error);
    }

    [Theory]
    [InlineData("try")]
    [InlineData("try --log-format json")]
    public async Task A_problem_forges_no_line(string commandLine)
    {
        using var terminal = new ScratchTerminal();
        var problem = new Problem($"what{Hostile}", new SourcePlace($"place{Hostile}", 1, 1), $"hint{Hostile}");
        await terminal.RunAsync(commandLine, (_, _) => throw new StarliftException(ExitCode.RunFailed, problem));
        AssertHarmless(terminal.Error);
        Assert.DoesNotContain(terminal.Error.Split('\n'), line => line.StartsWith("starlift: forged", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("try")]
    [InlineData("try --log-format json")]
    public async Task A_bug_forges_no_line(string commandLine)
    {
        using var terminal = new ScratchTerminal();
        await terminal.RunAsync(commandLine, (_, _) => throw new InvalidOperationException(Hostile));
        AssertHarmless(terminal.Error);
        Assert.DoesNotContain(terminal.Error.Split('\n'), line => line.StartsWith("starlift: forged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_line_is_told_harmlessly()
    {
        using var terminal = new ScratchTerminal();
        Assert.Equal(ExitCode.Usage, await terminal.RunAsync($"--no{Hostile.Replace(' ', '_')}"));
        AssertHarmless(terminal.Error);
    }

    [Fact]
    public void Bars_are_labelled_harmlessly()
    {
        using var terminal = new ScratchTerminal(isTerminal: true);
        BarChart.Write(terminal.Terminal, Hostile, [(Hostile, 3), ("二人", 1)]);
        AssertHarmless(terminal.Out);
    }

    static void AssertHarmless(string output) =>
        Assert.DoesNotContain(output.EnumerateRunes(), rune => rune.Value != '\n' && VisibleText.IsHidden(rune));
}
