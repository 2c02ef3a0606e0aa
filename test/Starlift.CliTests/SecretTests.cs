namespace Starlift.CliTests;

/// <summary>Secrets that SQL is filled in with, and the rights of the files that hold records.</summary>
public sealed class SecretTests
{
    [Fact]
    public async Task A_secret_used_as_a_literal_is_shown_neither_by_the_error_nor_by_the_history_nor_by_the_report()
    {
        using var folder = new ScriptFolder().AddProject();
        folder.Add("starlift.yaml", (await File.ReadAllTextAsync(Path.Combine(folder.Path, "starlift.yaml"), TestContext.Current.CancellationToken)).Replace("vars:\n", "vars:\n  api_token: of-the-api\n", StringComparison.Ordinal));
        folder.Add("models/names.sql", "select distinct name from boats where id = cast('x' || '${api_token}' as int)");
        var (exitCode, _, error) = await folder.RunAsync("run");
        Assert.Equal(1, exitCode);
        Assert.Contains("***\"", error, StringComparison.Ordinal);
        Assert.DoesNotContain("of-the-api", error, StringComparison.Ordinal);
        var (_, history, _) = await folder.RunAsync("runs", "show");
        Assert.Contains("***\"", history, StringComparison.Ordinal);
        Assert.DoesNotContain("of-the-api", history, StringComparison.Ordinal);
        Assert.Equal(0, (await folder.RunAsync("report")).ExitCode);
        Assert.DoesNotContain("of-the-api", await File.ReadAllTextAsync(Path.Combine(folder.Path, "out", "report.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        folder.Add("models/names.sql", "select distinct name from boats where id = '${api_token}'");
        var refused = await folder.RunAsync("run");
        Assert.Equal((2, "starlift: invalid input syntax for integer: \"***\""), (refused.ExitCode, refused.Error.Split('\n')[0]));
        var script = folder.Add("a.sql", "select cast('${token}' as int)").RunAsync("sql", "a.sql", "--duckdb", "boats.duckdb", "--var", "token=of-the-script");
        Assert.DoesNotContain("of-the-script", (await script).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Databases_and_reports_are_their_users_alone_unless_the_project_says_otherwise()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "files have the rights of their folder");
        using var folder = new ScriptFolder().AddProject();
        folder.Add("starlift.yaml", (await File.ReadAllTextAsync(Path.Combine(folder.Path, "starlift.yaml"), TestContext.Current.CancellationToken)).Replace("path: boats", "path: made/boats", StringComparison.Ordinal));
        Assert.Equal((0, ""), Without(await folder.ShellAsync("umask 022 && starlift run > /dev/null 2>&1 && starlift report > /dev/null")));
        Assert.Equal("700 made\n600 made/boats.duckdb\n700 out\n600 out/report.html\n", await RightsAsync(folder));

        await folder.ShellAsync("chmod 640 made/boats.duckdb out/report.html && starlift report > /dev/null");
        Assert.Equal("700 made\n640 made/boats.duckdb\n700 out\n640 out/report.html\n", await RightsAsync(folder));

        folder.Add("starlift.yaml", $"{await File.ReadAllTextAsync(Path.Combine(folder.Path, "starlift.yaml"), TestContext.Current.CancellationToken)}file_rights: umask\n");
        await folder.ShellAsync("rm -r made out && umask 022 && starlift run > /dev/null 2>&1 && starlift report > /dev/null");
        Assert.Equal("755 made\n644 made/boats.duckdb\n755 out\n644 out/report.html\n", await RightsAsync(folder));
        await folder.ShellAsync("rm -r made out && umask 027 && starlift run > /dev/null 2>&1 && starlift report > /dev/null");
        Assert.Equal("750 made\n640 made/boats.duckdb\n750 out\n640 out/report.html\n", await RightsAsync(folder));
    }

    static (int, string) Without((int ExitCode, string Out, string Error) result) => (result.ExitCode, result.Error);

    static async Task<string> RightsAsync(ScriptFolder folder) => (await folder.ShellAsync("stat -c '%a %n' made made/boats.duckdb out out/report.html")).Out;
}
