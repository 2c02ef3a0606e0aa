using System.Text.RegularExpressions;

namespace Starlift.CliTests;

/// <summary>A terminal of 80 columns shows each word whole, however long names are.</summary>
public sealed partial class NarrowTerminalTests
{
    const string Staging = "staging_of_boats_that_were_seen_in_the_harbour_of_the_city";
    const string Star = "names_of_boats_that_were_seen_in_the_harbour_of_the_city";

    [Fact]
    public async Task No_command_breaks_a_word()
    {
        Assert.SkipUnless(PseudoTerminal.IsThere, "needs Linux");
        using var folder = new ScriptFolder()
            .Add("starlift.yaml", "name: harbour\nvars:\n  data: ./buckets/harbour\ndefault_target: local\ntargets:\n  local:\n    type: duckdb\n    path: boats.duckdb\n")
            .Add($"tables/{Staging}.sql", $"create table {Staging} (id int, name varchar(5))")
            .Add($"tables/{Star}.sql", $"create table {Star} (name varchar(5) primary key)")
            .Add($"loads/{Staging}.sql", $"copy {Staging} from '${{data}}/' iam_role default json 'auto'")
            .Add($"models/{Star}.sql", $"select distinct name from {Staging}")
            .Add("checks/short.sql", $"-- description: Names are short.\n\nselect name from {Star} where len(name) > 100");
        await AssertWholeAsync(folder, "plan");
        Assert.Equal(0, (await folder.RunAsync("run")).ExitCode);
        foreach (var command in new[] { "check", "runs", "runs show", "reconcile", "ledger", $"ledger {Staging}", "plan", "doctor", $"query select*from\u00A0{Star}" })
        {
            await AssertWholeAsync(folder, command);
        }
    }

    static async Task AssertWholeAsync(ScriptFolder folder, string command)
    {
        var (narrow, wide) = (await SeenAsync(folder, command, 80), await SeenAsync(folder, command, 500));

        Assert.NotEmpty(wide);
        var broken = Words(narrow).Except(Words(wide)).Where(word => word != "row" && !Changing().IsMatch(word));
        Assert.True(!broken.Any(), $"{command}: {string.Join(' ', broken)} in\n{narrow}");
        Assert.Equal(Words(wide).Where(word => word.Contains(Staging, StringComparison.Ordinal) || word.Contains(Star, StringComparison.Ordinal)).Order(),
            Words(narrow).Where(word => word.Contains(Staging, StringComparison.Ordinal) || word.Contains(Star, StringComparison.Ordinal)).Order());
    }

    static async Task<string> SeenAsync(ScriptFolder folder, string command, ushort columns)
    {
        using var terminal = new PseudoTerminal(columns);
        var (exitCode, seen) = await terminal.RunAsync(folder.Path, [.. command.Split(' ').Select(word => word.Replace('\u00A0', ' '))]);
        Assert.True(exitCode == 0, seen);
        return Colours().Replace(seen, "");
    }

    static HashSet<string> Words(string seen) => [.. seen.Split([' ', '\r', '\n', '─'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Durations, times and the numbers of rows.</summary>
    [GeneratedRegex(@"^[0-9.,:]+(ms|s)?$")]
    private static partial Regex Changing();

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Colours();
}
