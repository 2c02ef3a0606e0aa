using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Starlift.CliTests;

/// <summary>What arrives at a real terminal where every text is hostile: the layout, and nothing else that a terminal acts upon.</summary>
public sealed partial class TerminalTests(HostileProject project) : IClassFixture<HostileProject>
{
    /// <summary>A blank parts words, H stands for the hostile text, and S for it in an SQL literal.</summary>
    public static TheoryData<string, bool> CommandLines => new()
    {
        { "--help", false },
        { "nonsenseH", true },
        { "run --nonsenseH", true },
        { "run -o H", true },
        { "run --wait H", true },
        { "run --var H", true },
        { "run -p H", true },
        { "run --s3-root H", true },
        { "run --log-format H", true },
        { "run --full-refresh", true },
        { "run --full-refresh -o json", false },
        { "run --full-refresh --log-format json", false },
        { "run --select H", true },
        { "run", false },
        { "plan", false },
        { "plan -o json", false },
        { "plan --var data=H", true },
        { "check", true },
        { "check -o json", false },
        { "check -o csv", true },
        { "runs", false },
        { "runs -o csv", false },
        { "runs show 1", true },
        { "runs show 1 -o json", false },
        { "reconcile", false },
        { "diff -t local -t H", true },
        { "ledger", false },
        { "ledger boats", true },
        { "ledger H", true },
        { "query select\u00A0name\u00A0from\u00A0names", true },
        { "query select\u00A0name\u00A0from\u00A0names -o csv", true },
        { "query select\u00A0name\u00A0from\u00A0names -o csv --csv-safe", true },
        { "query select\u00A0name\u00A0from\u00A0names -o json", false },
        { "query select\u00A01\u00A0as\u00A0\"H\"", true },
        { "query select\u00A0cast('H'\u00A0as\u00A0int)", true },
        { "query select\u00A0\"H\"\u00A0from\u00A0names", true },
        { "query selectH", false },
        { "sql script.sql", true },
        { "sql script.sql -o json", false },
        { "sql H.sql", true },
        { "report --out ../H.html", true },
        { "report -o json --out ../H.html", false },
        { "rejects", true },
        { "rejects -o csv", true },
        { "rejects -o json", false },
        { "rejects --run H", true },
        { "serve --address H", true },
        { "undo H", true },
        { "infer H", true },
        { "infer data --name H", true },
        { "reload H", true },
        { "verify -t H", true },
        { "why H 1 -t H", true },
        { "migrate -t H", true },
        { "reset -t H", true },
        { "reset -t H --log-format json", false },
        { "probe -t H", true },
        { "probe --out H", false },
        { "doctor", true },
        { "doctor -o json", false },
        { "iam print", false },
        { "iam H", true },
        { "up -t H", true },
        { "status -t H", true },
        { "extend 1h -t H", true },
        { "extend H", false },
        { "pause -t H", true },
        { "resume -t H", true },
        { "down -t H", true },
        { "session -t H", true },
        { "generate ../made/H --songs 3 --days 1 --events 10", true },
        { "generate ../made/H --songs H", true },
        { "init ../new/H", true },
        { "demo -p H", false },
        { "demo --dir script.sql/H", true },
        { "completion H", true },
        { "completion bash", false },
    };

    [Theory]
    [MemberData(nameof(CommandLines))]
    public async Task Nothing_but_the_layout_acts_upon_a_terminal(string commandLine, bool showsHostileText)
    {
        Assert.SkipUnless(PseudoTerminal.IsThere, "needs Linux");
        using var terminal = new PseudoTerminal();
        var (_, seen) = await terminal.RunAsync(
            project.Folder, Arguments(commandLine), "", "AWS_EC2_METADATA_DISABLED=true", "AWS_CONFIG_FILE=/dev/null", "AWS_SHARED_CREDENTIALS_FILE=/dev/null");
        Assert.NotEmpty(seen);
        AssertHarmless(seen);
        if (showsHostileText)
        {
            Assert.Contains("␛]0;pwned␇", seen);
        }
    }

    [Fact]
    public async Task Every_command_is_among_them()
    {
        var help = await StarliftProcess.SucceedAsync("--help");
        var commands = Commands().Match(help).Groups["name"].Captures.Select(capture => capture.Value).ToList();
        Assert.True(commands.Count > 20, help);
        Assert.Empty(commands.Except(CommandLines.Select(row => row.Data.Item1.Split(' ')[0])));
    }

    [Fact]
    public async Task A_history_that_somebody_else_wrote_is_shown_harmlessly()
    {
        Assert.SkipUnless(PseudoTerminal.IsThere, "needs Linux");
        using var folder = new ScriptFolder().AddProject();
        Assert.Equal(0, (await folder.RunAsync("run")).ExitCode);
        await folder.SqlAsync($"update starlift.runs set started_by = '{HostileProject.Text}', version = '{HostileProject.Text}', target = '{HostileProject.Text}', error = '{HostileProject.Text}'");
        foreach (var arguments in new string[][] { ["runs"], ["runs", "show"], ["runs", "-o", "json"], ["runs", "-o", "csv"] })
        {
            using var terminal = new PseudoTerminal();
            var (exitCode, seen) = await terminal.RunAsync(folder.Path, arguments);
            Assert.Equal(0, exitCode);
            AssertHarmless(seen);
            Assert.Contains(arguments is [.., "json"] ? "\\u001B]0;pwned" : "␛]0;pwned␇", seen, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Without_a_terminal_no_line_is_forged_either()
    {
        foreach (var commandLine in new[] { "run --full-refresh", "check", "runs show", "rejects", "ledger boats", "nonsenseH", "plan --var data=H" })
        {
            var (_, output, error) = await StarliftProcess.RunInAsync(project.Folder, Arguments(commandLine));
            Assert.DoesNotContain(output.Split('\n').Concat(error.Split('\n')), line => line.StartsWith("starlift: forged", StringComparison.Ordinal));
            AssertHarmless(output + error);
        }
    }

    [Fact]
    public async Task Every_line_of_a_JSON_log_is_an_object()
    {
        var (_, _, error) = await StarliftProcess.RunInAsync(project.Folder, Arguments("run --full-refresh --log-format json"));
        AssertHarmless(error);
        Assert.All(error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
        Assert.Contains("\\u001B]0;pwned", error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task CSV_in_a_file_is_the_data_as_it_is()
    {
        var output = await StarliftProcess.SucceedAsync("query", "select name from names order by len(name) desc", "-o", "csv", "-p", project.Folder);
        Assert.Equal($"name\n\"{HostileProject.Text}\"\nplain\n", output);
    }

    static string[] Arguments(string commandLine) =>
        [.. commandLine.Split(' ').Select(word => word.Replace('\u00A0', ' ').Replace("H", HostileProject.Text, StringComparison.Ordinal))];

    static void AssertHarmless(string seen)
    {
        var rest = Layout().Replace(seen, "");
        var bad = rest.EnumerateRunes()
            .Where(rune => rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned)
            .Select(rune => $"U+{rune.Value:X4}")
            .Distinct();
        Assert.True(!bad.Any(), $"{string.Join(' ', bad)} in:\n{JsonSerializer.Serialize(rest)}");
        Assert.DoesNotContain(rest.Split('\n'), line => line.StartsWith("starlift: forged", StringComparison.Ordinal));
    }

    // A line's end as the terminal makes it; colours; the cursor hidden, shown and moved up; a line erased to be drawn anew.
    [GeneratedRegex(@"\r(?=\n)|\r?\e\[(?!41m)(\d+(;\d+)*m|\?25[lh]|\d+A|2K)|\r(?=\e)")]
    private static partial Regex Layout();

    [GeneratedRegex(@"Commands:\n(  (?<name>[a-z]+)\b.*\n(    +.*\n)*)+")]
    private static partial Regex Commands();
}
