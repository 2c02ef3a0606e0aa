namespace Starlift.CliTests;

/// <summary>Which files of this machine a run reads, and how often.</summary>
public sealed class DataFoldersTests : IDisposable
{
    const string Names = "select count(*) as n, max(name) as name from names";

    readonly DirectoryInfo _outside = Directory.CreateTempSubdirectory("starlift-outside-");

    public void Dispose() => _outside.Delete(recursive: true);

    [Fact]
    public async Task A_link_leads_out_of_the_data_folder_only_where_that_is_allowed()
    {
        using var folder = new ScriptFolder().AddProject("copy boats from '${data}/' iam_role default json 'auto' maxerror 9");
        var secret = Path.Combine(_outside.FullName, "secret");
        await File.WriteAllTextAsync(secret, "root:x:0:0\n{\"id\":2,\"name\":\"Bora\"}", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "buckets/harbour/evil.json"), secret);

        var refused = await folder.RunAsync("run");
        var rejects = await folder.RunAsync("rejects", "--all");
        var allowed = await folder.RunAsync("run", "--allow-folder", _outside.FullName);

        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Contains(
            $"buckets/harbour/evil.json leads to {secret}, outside of the data folders\nhint: if that is meant, allow it with --allow-folder {_outside.FullName}\n",
            refused.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("root", rejects.Out + rejects.Error, StringComparison.Ordinal);
        Assert.True(allowed.ExitCode == 0, allowed.Error);
        Assert.Equal("n,name\n2,Bora\n", (await folder.RunAsync("query", Names, "-o", "csv")).Out);
    }

    [Theory]
    [InlineData("""{"entries":[{"url":"FILE"}]}""", "buckets/harbour/m", "'auto' manifest")]
    [InlineData("{}", "buckets/harbour/boats.json", "'FILE'")]
    public async Task A_manifest_or_a_JSONPaths_file_outside_of_the_data_folders_is_refused(string manifest, string from, string json)
    {
        using var folder = new ScriptFolder();
        var secret = Path.Combine(_outside.FullName, "secret");
        await File.WriteAllTextAsync(secret, """{"jsonpaths":["$['id']","$['name']"]}""", TestContext.Current.CancellationToken);
        folder.Add("buckets/harbour/m", manifest.Replace("FILE", secret, StringComparison.Ordinal));
        var script = $"create table boats (id int, name varchar(5)); copy boats from '{from}' json {json.Replace("FILE", secret, StringComparison.Ordinal)}";

        var refused = await folder.SqlAsync(script);
        var allowed = await folder.SqlAsync("drop table if exists boats;" + script, "--allow-folder", _outside.FullName);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains($"{secret} is outside of the data folders\nhint: if that is meant, allow it with --allow-folder", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("outside of the data folders", allowed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_that_a_manifest_lists_twice_and_by_several_names_is_loaded_once()
    {
        using var folder = new ScriptFolder().AddProject("copy boats from '${data}/m' iam_role default json 'auto' manifest");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "buckets/harbour/link.json"), "boats.json");
        folder.Add(
            "buckets/harbour/m",
            """
            {"entries":[{"url":"buckets/harbour/link.json"},{"url":"./buckets//harbour/link.json"},{"url":"buckets/harbour/link.json"}]}
            """);

        for (var run = 0; run < 2; run++)
        {
            var (exitCode, _, error) = await folder.RunAsync("run");

            Assert.True(exitCode == 0, error);
            Assert.Equal("n,records\n1,1\n", (await folder.RunAsync("query", "select count(*) as n, sum(records) as records from starlift.ledger", "-o", "csv")).Out);
        }
    }
}
