namespace Starlift.CliTests;

/// <summary>Completion as shells ask for it: bash's, and those of the others where they are installed.</summary>
public sealed class CompletionTests
{
    // What bash does when Tab is pressed at the end of LINE, without a terminal.
    const string Tab = """
        source <(starlift completion bash)
        COMP_LINE=$LINE COMP_POINT=${#LINE}
        read -ra COMP_WORDS <<< "$LINE"
        [[ $LINE == *' ' ]] && COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        handler=$(complete -p starlift | sed -E 's/.*-F ([^ ]+).*/\1/')
        "$handler" starlift "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    [Theory]
    [InlineData("starlift re", "reconcile rejects reload report reset resume")]
    [InlineData("starlift run --keep", "--keep-staging")]
    [InlineData("starlift run --output ", "json text")]
    [InlineData("starlift run --changed r", "rebuild")]
    [InlineData("starlift completion ", "bash fish powershell zsh")]
    [InlineData("starlift run -t ", "cloud local")]
    [InlineData("starlift run -t l", "local")]
    [InlineData("starlift run --target=l", "local")]
    [InlineData("starlift run --select staging_e", "staging_events")]
    [InlineData("starlift ledger ", "staging_events staging_songs")]
    [InlineData("starlift run --var ", "data=")]
    [InlineData("starlift sql ", "")]
    [InlineData("starlift run -p ", "")]
    [InlineData("starlift nonsense --x=\"", "")]
    public async Task Bash_completes(string line, string expected)
    {
        using var project = Project();
        var (exitCode, output, error) = await StarliftProcess.ShellAsync(project.Path, $"LINE='{line}' bash -euo pipefail -c '{Tab.Replace("'", "'\\''", StringComparison.Ordinal)}'");
        Assert.True(exitCode == 0, error);
        Assert.Equal("", error);
        var words = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), words);
    }

    [Fact]
    public async Task A_broken_project_completes_everything_but_its_names()
    {
        using var project = Project().Add("tables/users.sql", "create tabel users");
        Assert.Equal((0, "", ""), await StarliftProcess.RunInAsync(project.Path, "[suggest:16]", "starlift run -t "));
        Assert.Equal((0, "--target\n", ""), await StarliftProcess.RunInAsync(project.Path, "[suggest:16]", "starlift run --ta"));
    }

    [Theory]
    [InlineData("zsh", "zsh -n /dev/stdin")]
    [InlineData("fish", "fish --no-execute /dev/stdin")]
    public async Task Other_shells_can_read_their_scripts(string shell, string check)
    {
        var installed = await StarliftProcess.ShellAsync(Path.GetTempPath(), $"command -v {shell}");
        Assert.SkipUnless(installed.ExitCode == 0, $"there is no {shell}");
        var (exitCode, _, error) = await StarliftProcess.ShellAsync(Path.GetTempPath(), $"starlift completion {shell} | {check}");
        Assert.True(exitCode == 0, error);
        Assert.Equal("", error);
    }

    [Fact]
    public async Task Fish_completes()
    {
        var installed = await StarliftProcess.ShellAsync(Path.GetTempPath(), "command -v fish");
        Assert.SkipUnless(installed.ExitCode == 0, "there is no fish");
        using var project = Project();
        const string Script = "starlift completion fish | source; complete --do-complete \"starlift run --target=l\"; complete --do-complete \"starlift ledger \"";
        var (exitCode, output, error) = await StarliftProcess.ShellAsync(project.Path, $"HOME=$PWD fish --no-config -c '{Script}'");
        Assert.True(exitCode == 0, error);
        Assert.Equal("--target=local\nstaging_events\nstaging_songs\n", output);
    }

    [Fact]
    public async Task A_shell_without_a_script_is_told_with_those_that_have_one()
    {
        var (exitCode, output, error) = await StarliftProcess.RunAsync("completion", "tcsh");
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Equal("starlift: there is no completion for the shell 'tcsh'\nhint: allowed: bash, zsh, fish, powershell\n", error);
    }

    static SparkifyFolder Project() => new SparkifyFolder().Add("starlift.yaml", """
        name: sparkify
        vars: { data: ./data }
        default_target: local
        targets:
          local: { type: duckdb, path: out/sparkify.duckdb }
          cloud: { type: redshift, host: warehouse.example.com, user: ada, password: "${env:NOT_SET}" }

        """);
}
