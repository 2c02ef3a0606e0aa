using Starlift.Cases;
using Starlift.Conformance;

namespace Starlift.RedshiftTests;

/// <summary>starlift probe on Starlift's own server: the real binary, end to end.</summary>
public sealed class ProbeTests
{
    const string Settings = "user: ada\npassword: ${env:REDSHIFT_PASSWORD}\nmanifests: s3://lake/manifests";
    const string File = "redshift-facts.json";

    static IReadOnlyList<ConformanceCase> Cases { get; } = ConformanceCases.Embedded();

    [Fact]
    public async Task A_probe_tells_what_the_warehouse_did_and_leaves_nothing()
    {
        await using var redshift = await ServedAsync(sysViews: false);
        using var starlift = Command(redshift);
        var (exitCode, output, error) = await starlift.RunAsync("probe");
        Assert.True(exitCode == 0, output + error);
        AssertNothingIsLeft(redshift);
        var text = starlift.Read(File);
        Assert.All(["lake", "manifests", "::123456789012:", "localhost", redshift.Server.Options.Password, "starlift_probe"], hidden => Assert.DoesNotContain(hidden, text, StringComparison.Ordinal));
        var facts = FactsReader.Read(starlift.PathOf(File));
        Assert.True(facts.Complete);
        Assert.False(facts.AreOfRedshift);
        Assert.Equal(Cases.Select(one => $"{one.Name} {one.Digest}"), facts.Cases.Select(fact => $"{fact.Name} {fact.Digest}"));
        Assert.Equal(["credentials-as-keys"], facts.Cases.Where(fact => fact.Skipped is not null).Select(fact => fact.Name));
        Assert.Equal(ConformanceCases.EmbeddedSql().Select(check => check.Name), facts.Sql.Select(fact => fact.Name));

        // The server does what Starlift does: whatever differs went wrong on the way.
        using var told = new StringWriter();
        Assert.True(await new FactsReplay(Cases, ConformanceCases.EmbeddedSql(), told).RunAsync(facts, ScratchRedshift.Cancel), told.ToString());
    }

    [Fact]
    public async Task A_warehouse_that_has_only_the_newer_views_tells_its_errors_too()
    {
        await using var redshift = await ServedAsync();
        using var starlift = Command(redshift);
        var (exitCode, _, error) = await starlift.RunAsync("probe", "--only", "errors-*", "--only", "not-null-*");
        Assert.True(exitCode == 0, error);
        var facts = FactsReader.Read(starlift.PathOf(File));
        var errors = facts.Cases.Single(fact => fact.Name == "errors-stay-below-maxerror").LoadErrors;
        Assert.Equal(2, errors.Count);
        Assert.All(errors, row => Assert.Equal(
            ["col_length", "colname", "err_code", "err_reason", "filename", "line_number", "position", "type"], row.Keys.Order(StringComparer.Ordinal)));
        using var told = new StringWriter();
        Assert.True(await new FactsReplay(Cases, ConformanceCases.EmbeddedSql(), told).RunAsync(facts, ScratchRedshift.Cancel), told.ToString());
    }

    [Fact]
    public async Task It_says_beforehand_what_it_will_do_and_a_dry_run_does_nothing()
    {
        await using var redshift = await ServedAsync();
        using var starlift = Command(redshift);
        var (exitCode, output, error) = await starlift.RunAsync("probe", "--dry-run", "--only", "decimal-*");
        Assert.Equal((0, ""), (exitCode, output));
        Assert.Matches(
            "^starlift: probe executes 4 cases of COPY and 0 SQL checks on the target cloud, in about \\d+\\.\\d s\n"
                + "starlift: it puts 5 small objects where manifests go, makes tables in a schema of its own, and removes all of that at its end\n"
                + "starlift: it costs what the warehouse costs for that time, 15 min 0 s at most, ",
            error);
        Assert.Empty(redshift.Server.Statements);
        Assert.False(System.IO.File.Exists(starlift.PathOf(File)));
    }

    [Fact]
    public async Task Only_what_matches_is_executed_and_a_file_of_checks_is_executed_whole()
    {
        await using var redshift = await ServedAsync();
        using var starlift = Command(redshift);
        var (exitCode, output, error) = await starlift.RunAsync("probe", "--only", "bzip2", "--only", "tables/super/*", "--out", "facts.json");
        Assert.True(exitCode == 0, error);
        Assert.Contains("0 otherwise, 0 not asked\n", output);
        var facts = FactsReader.Read(starlift.PathOf("facts.json"));
        Assert.Equal(["bzip2"], facts.Cases.Select(fact => fact.Name));
        Assert.All(facts.Sql, fact => Assert.StartsWith("tables/", fact.Name));
        Assert.Contains(facts.Sql, fact => fact.Name == "tables/keys-are-not-enforced/3" && fact.Rows[0][0] == "2" && fact.Types[0] == "int8");
    }

    [Fact]
    public async Task A_role_that_the_COPY_may_not_take_ends_it_before_any_case()
    {
        await using var redshift = await ScratchRedshift.StartAsync(options => options with { Prefixes = true, Roles = ["arn:aws:iam::123456789012:role/other"] });
        using var starlift = Command(redshift);
        var (exitCode, output, error) = await starlift.RunAsync("probe", "--only", "bzip2");
        Assert.Equal((5, ""), (exitCode, output));
        Assert.Contains("starlift: Redshift can't take the role of the COPY", error);
        AssertNothingIsLeft(redshift);
        Assert.False(System.IO.File.Exists(starlift.PathOf(File)));
    }

    [Fact]
    public async Task A_session_that_is_lost_is_opened_again_and_costs_its_case_alone()
    {
        await using var redshift = await ServedAsync();
        redshift.Server.DropBefore = sql => sql.Contains("/decimal-cuts/", StringComparison.Ordinal);
        using var starlift = Command(redshift);
        var (exitCode, output, error) = await starlift.RunAsync("probe", "--only", "decimal-*");
        Assert.True(exitCode == 0, error);
        Assert.EndsWith("not asked  decimal-cuts: the connection was lost\n3 as expected, 0 otherwise, 1 not asked\n", output);
        AssertNothingIsLeft(redshift);
    }

    [Fact]
    public async Task A_warehouse_that_loses_every_session_ends_it_and_what_was_seen_is_told()
    {
        await using var redshift = await ServedAsync();
        redshift.Server.BeforeAnswer = sql =>
        {
            if (sql.StartsWith("create table", StringComparison.Ordinal) && !sql.Contains("preflight", StringComparison.Ordinal) && sql.Contains("boats (d ", StringComparison.Ordinal))
            {
                redshift.Server.DropBefore = next => next.StartsWith("copy", StringComparison.Ordinal);
            }
        };
        using var starlift = Command(redshift);
        var (exitCode, _, error) = await starlift.RunAsync("probe", "--only", "bzip2", "--only", "decimal-cuts", "--only", "decimal-rounds*", "--only", "decimal-that*", "--only", "fractions*", "--only", "zstd", "--cases", RepeatedDecimals(starlift));
        Assert.Equal(5, exitCode);
        Assert.EndsWith($"starlift: the connection to Redshift was lost\nstarlift: 1 case and 0 checks are told in {starlift.PathOf(File)} all the same\n", error);
        var facts = FactsReader.Read(starlift.PathOf(File));
        Assert.False(facts.Complete);
        Assert.Equal(["bzip2"], facts.Cases.Where(fact => fact.Skipped is null).Select(fact => fact.Name));
        AssertNothingIsLeft(redshift);
    }

    [Fact]
    public async Task The_time_limit_ends_it_and_what_was_seen_is_told()
    {
        await using var redshift = await ServedAsync();
        redshift.Server.BeforeAnswer = sql => Wait(sql.Contains("/zstd/", StringComparison.Ordinal) ? sql : "", TimeSpan.FromSeconds(12));
        using var starlift = Command(redshift);
        var (exitCode, _, error) = await starlift.RunAsync("probe", "--only", "bzip2", "--only", "zstd", "--time-limit", "8s");
        Assert.Equal(1, exitCode);
        Assert.Contains("starlift: the time limit of 8.0 s is over\nhint: give it more with --time-limit, or less to do with --only\n", error);
        var facts = FactsReader.Read(starlift.PathOf(File));
        Assert.False(facts.Complete);
        Assert.Equal(["bzip2"], facts.Cases.Select(fact => fact.Name));
        AssertNothingIsLeft(redshift);
    }

    [Fact]
    public async Task Interrupted_it_removes_everything_and_tells_what_was_seen()
    {
        await using var redshift = await ServedAsync();
        redshift.Server.BeforeAnswer = sql => Wait(sql, TimeSpan.FromMilliseconds(50));
        using var starlift = Command(redshift);
        using var running = starlift.Start("probe");
        await running.HasToldAsync("starlift: 20 of ");
        running.Interrupt();
        var (exitCode, _, error) = await running.EndAsync();
        Assert.Equal(130, exitCode);
        Assert.Matches($"starlift: interrupted; [0-9]+ cases and 0 checks are told in .*{File}\n$", error);
        Assert.InRange(FactsReader.Read(starlift.PathOf(File)).Cases.Count, 20, Cases.Count - 1);
        AssertNothingIsLeft(redshift);
    }

    static Task<ScratchRedshift> ServedAsync(bool sysViews = true) => ScratchRedshift.StartAsync(options => options with { Prefixes = true, SysViews = sysViews });

    static StarliftProcess Command(ScratchRedshift redshift)
    {
        using var aws = new AwsEndpoint();
        return new StarliftProcess(redshift, aws, Settings);
    }

    /// <summary>A COPY takes as long.</summary>
    static void Wait(string sql, TimeSpan time)
    {
        if (sql.StartsWith("copy boats", StringComparison.Ordinal))
        {
            using var never = new ManualResetEventSlim();
            never.Wait(time, ScratchRedshift.Cancel);
        }
    }

    static void AssertNothingIsLeft(ScratchRedshift redshift)
    {
        Assert.Contains(redshift.Server.Statements, sql => sql.StartsWith("create schema starlift_probe_", StringComparison.Ordinal));
        Assert.Empty(redshift.Server.Schemas);
        Assert.Empty(redshift.Manifests());
    }

    /// <summary>A folder of cases of which all but the first make a table with one DECIMAL.</summary>
    static string RepeatedDecimals(StarliftProcess starlift)
    {
        var folder = Directory.CreateDirectory(starlift.PathOf("cases")).FullName;
        foreach (var name in new[] { "bzip2", "decimal-cuts", "decimal-rounds-half-up", "decimal-that-is-none" })
        {
            Copy(Path.Combine(Tests.Repository.Root, "test/conformance", name), Path.Combine(folder, name));
        }

        Copy(Path.Combine(folder, "decimal-cuts"), Path.Combine(folder, "fractions-again"));
        return folder;
    }

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }
    }
}
