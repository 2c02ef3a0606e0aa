using System.Text.Json;
using CsCheck;
using Starlift.Cli.Terminals;

namespace Starlift.Tests.Cli.Terminals;

public sealed class ResultWriterTests
{
    static readonly ResultTable Sample = new(
        ["song", "plays", "share", "first heard", "live", "id"],
        [
            ["Rock, \"Roll\"", 1234L, 0.5, new DateTime(2018, 11, 1, 21, 1, 46, 796), true, new DateOnly(2018, 11, 1)],
            ["二人\nの", null, 12.50m, new DateTimeOffset(2018, 11, 1, 0, 0, 0, TimeSpan.FromHours(-7)), null, new TimeOnly(1, 2, 3)],
            ["", -1, double.NaN, null, false, new byte[] { 0xAB, 1 }],
        ]);

    [Theory]
    [InlineData("Text")]
    [InlineData("Json")]
    [InlineData("Csv")]
    public void A_result_is_written_as(string format)
    {
        using var terminal = new ScratchTerminal();
        ResultWriter.Write(terminal.Terminal, Sample, Enum.Parse<OutputFormat>(format));
        Snapshot.Match($"result-{format.ToLowerInvariant()}", terminal.Out);
    }

    [Fact]
    public void A_long_table_is_laid_out_as_a_short_one()
    {
        IReadOnlyList<object?>[] few = [.. Enumerable.Range(0, 999).Select(i => new object?[] { $"二{i}", i % 2 == 0 ? null : i, "x" })];
        var (shorter, longer) = (Shown(few), Shown([.. few, .. few]));

        // Below the headers there are rows, an empty line and the count.
        Assert.Equal(shorter[..^2].Select(line => line.TrimEnd()), longer[..(few.Length + 3)].Select(line => line.TrimEnd()));
        Assert.Equal(shorter[3..^1].Select(line => line.TrimEnd()), longer[(few.Length + 3)..^1].Select(line => line.TrimEnd()));
        Assert.Equal("1,998 rows", longer[^1]);

        static string[] Shown(IEnumerable<IReadOnlyList<object?>> rows)
        {
            using var terminal = new ScratchTerminal();
            ResultWriter.Write(terminal.Terminal, new ResultTable(["name", "n", "c"], rows), OutputFormat.Text);
            return terminal.Out.TrimEnd('\n').Split('\n');
        }
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Json")]
    [InlineData("Csv")]
    public void An_empty_result_has_its_columns(string format)
    {
        using var terminal = new ScratchTerminal();
        ResultWriter.Write(terminal.Terminal, new ResultTable(["a", "a"], []), Enum.Parse<OutputFormat>(format));
        Snapshot.Match($"empty-{format.ToLowerInvariant()}", terminal.Out);
    }

    [Fact]
    public void Columns_of_the_same_name_are_told_apart_in_JSON()
    {
        using var terminal = new ScratchTerminal();
        ResultWriter.Write(terminal.Terminal, new ResultTable(["a", "a"], [[1, 2]]), OutputFormat.Json);
        Assert.Equal("[\n  {\"a\": 1, \"a_2\": 2}\n]\n", terminal.Out);
    }

    [Fact]
    public void Any_text_survives_JSON() => Gen.String.Where(text => text.All(c => !char.IsSurrogate(c))).Sample(text =>
    {
        using var terminal = new ScratchTerminal();
        ResultWriter.Write(terminal.Terminal, new ResultTable(["a"], [[text]]), OutputFormat.Json);
        using var json = JsonDocument.Parse(terminal.Out);
        Assert.Equal(text, json.RootElement[0].GetProperty("a").GetString());
    });

    [Fact]
    public void A_wide_result_is_not_folded_where_there_is_no_terminal()
    {
        using var terminal = new ScratchTerminal();
        var text = new string('x', 500) + " " + new string('y', 500);
        ResultWriter.Write(terminal.Terminal, new ResultTable(["a"], [[text]]), OutputFormat.Text);
        Assert.Contains(text, terminal.Out);
    }
}
