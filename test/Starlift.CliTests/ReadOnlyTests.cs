namespace Starlift.CliTests;

/// <summary>Commands that only read: they change nothing, need no right to write, and make nothing where nothing is.</summary>
public sealed class ReadOnlyTests
{
    static readonly string[] Reading =
    [
        "runs", "runs show", "runs show 1 -o json", "ledger", "ledger boats", "rejects --all", "check", "plan", "reconcile",
        "query \"select count(*) from names\"", "query \"select * from stl_load_errors\"", "query \"select count(*) from names\" --duckdb boats.duckdb",
        "runs --duckdb boats.duckdb", "diff -t local -t same", "report --out $OUT",
    ];

    [Theory]
    [InlineData("explain analyze delete from names", "syntax error at or near \"from\"\n  at query:1:24\nhint: expected the end of the statement\n")]
    [InlineData("with x as (select 1) delete from names", "query takes one SELECT\nhint: run other statements with starlift sql\n")]
    public async Task A_query_that_writes_is_refused(string sql, string told)
    {
        using var folder = await PublishedAsync();
        var (exitCode, output, error) = await folder.RunAsync("query", sql);
        Assert.Equal((2, "", $"starlift: {told}"), (exitCode, output, error));
        Assert.Equal("name\nAlba\n", (await folder.RunAsync("query", "select name from names", "-o", "csv")).Out);
    }

    [Fact]
    public async Task Reading_needs_no_right_to_write_and_leaves_every_file_as_it_is()
    {
        using var folder = await PublishedAsync();
        const string Content = "find . -type f | sort | xargs sha256sum";
        await folder.ShellAsync("chmod a+rX . && chmod -R a+rX * && chmod a-w . boats.duckdb");
        var before = (await folder.ShellAsync(Content)).Out;
        // Root may write everywhere.
        var user = Environment.IsPrivilegedProcess ? "setpriv --reuid=65534 --regid=65534 --clear-groups -- " : "";
        foreach (var command in Reading)
        {
            var (exitCode, _, error) = await folder.ShellAsync($"OUT=$(mktemp -d) && chmod 777 $OUT && OUT=$OUT/report.html && export DOTNET_BUNDLE_EXTRACT_BASE_DIR=$(mktemp -d) && {user}$(command -v starlift) {command}");
            Assert.True(exitCode == 0, $"{command}: {exitCode} {error}");
            Assert.Equal(before, (await folder.ShellAsync(Content)).Out);
        }

        await folder.ShellAsync("chmod u+w . boats.duckdb");
    }

    [Fact]
    public async Task Reading_makes_nothing_where_nothing_is()
    {
        using var folder = new ScriptFolder().AddProject().Add("starlift.yaml", Settings.Replace("boats.duckdb", "made/boats.duckdb", StringComparison.Ordinal));
        Assert.Equal((0, "no runs yet\n", ""), await folder.RunAsync("runs"));
        Assert.Equal(0, (await folder.RunAsync("plan")).ExitCode);
        Assert.Equal(0, (await folder.RunAsync("ledger")).ExitCode);
        Assert.Equal(1, (await folder.RunAsync("check")).ExitCode);
        Assert.Equal((1, "starlift: there is no stl_load_errors yet: nothing was loaded here\n  at query:1:1\nhint: load something first: starlift run\n"), Told(await folder.RunAsync("query", "select * from stl_load_errors")));
        Assert.Equal(0, (await folder.RunAsync("doctor")).ExitCode);
        Assert.False(File.Exists(Path.Combine(folder.Path, "made", "boats.duckdb")));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.duckdb*", SearchOption.AllDirectories));
    }

    const string Settings = """
        name: harbour
        vars: { data: ./buckets/harbour }
        default_target: local
        targets:
          local: { type: duckdb, path: boats.duckdb }
          same: { type: duckdb, path: ./boats.duckdb }

        """;

    static (int, string) Told((int ExitCode, string Out, string Error) result) => (result.ExitCode, result.Error);

    static async Task<ScriptFolder> PublishedAsync()
    {
        var folder = new ScriptFolder().AddProject().Add("starlift.yaml", Settings);
        Assert.Equal(0, (await folder.RunAsync("run")).ExitCode);
        return folder;
    }
}
