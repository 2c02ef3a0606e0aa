namespace Starlift.Tests.Projects;

public sealed class ProjectFileReaderTests
{
    [Fact]
    public void A_file_with_every_section_is_read()
    {
        using var scratch = ScratchProject.With("""
            name: music
            vars: { data: ./data }
            default_target: local
            targets:
              local:    { type: duckdb, path: "out/${name_of_file}.duckdb", threads: 4, memory: 1.5GiB, staging: keep }
              redshift: { type: redshift, stack: music }
            cloud:      { region: us-west-2, kind: serverless, data_buckets: [music-a, "music-b"], ttl: 2h }
            """.Replace("${name_of_file}", "music"));

        var project = scratch.Read();

        Assert.Equal("music", project.Name);
        Assert.Equal("./data", project.Vars["data"]);
        Assert.Equal("local", project.DefaultTarget);
        Assert.Equal(
            [("memory", "1.5GiB"), ("path", "out/music.duckdb"), ("staging", "keep"), ("threads", "4")],
            project.Target(null).Values.Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Equal(["music-a", "music-b"], project.Cloud!.Values["data_buckets"]);
        Assert.Equal(["2h"], project.Cloud.Values["ttl"]);
    }

    [Fact]
    public void An_unknown_key_is_reported_with_place_and_suggestion_wherever_it_stands()
    {
        using var scratch = ScratchProject.With("""
            nme: music
            name: music
            targets:
              local: { type: duckdb, pth: x, path: x, colour: red }
            cloud: { regoin: x }
            """);

        Assert.Equal(
            [
                "starlift.yaml:1:1: unknown key 'nme' in starlift.yaml | did you mean 'name'?",
                "starlift.yaml:4:26: unknown key 'pth' in the target 'local' of type duckdb | did you mean 'path'?",
                "starlift.yaml:4:43: unknown key 'colour' in the target 'local' of type duckdb | allowed: type, path, memory, threads, staging",
                "starlift.yaml:5:10: unknown key 'regoin' in cloud | did you mean 'region'?",
            ],
            scratch.Problems());
    }

    [Fact]
    public void Missing_keys_are_reported_with_what_they_mean()
    {
        using var scratch = ScratchProject.With("vars: {}\n");

        Assert.Equal(
            [
                "starlift.yaml:1:1: the key 'name' is missing in starlift.yaml | add it: The project's name; letters, digits, - and _.",
                "starlift.yaml:1:1: the key 'targets' is missing in starlift.yaml | add it: The warehouses that the project can run on, by name.",
            ],
            scratch.Problems());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    public void An_empty_file_lacks_its_keys(string settings)
    {
        using var scratch = ScratchProject.With(settings);
        Assert.Equal(2, scratch.Problems().Count);
    }

    [Theory]
    [InlineData("name: [a]\ntargets: { l: { type: duckdb, path: x } }", "1:7: 'name' is a list where it must be one value")]
    [InlineData("name: a\ntargets: local", "2:10: 'targets' is a value where it must be a mapping")]
    [InlineData("name: a\ntargets: { l: duckdb }", "2:15: the target 'l' is a value where it must be a mapping")]
    [InlineData("name: a\ntargets: { l: { path: x } }", "2:15: the key 'type' is missing in the target 'l'")]
    [InlineData("name: a\ntargets: { l: { type: duckbd, path: x } }", "2:23: the target 'l' has the unknown type 'duckbd' | did you mean 'duckdb'?")]
    [InlineData("name: a\ntargets: { l: { type: duckdb, path: } }", "2:31: the key 'path' of the target 'l' of type duckdb has no value")]
    [InlineData("name: a\ntargets: { l: { type: duckdb, path: x, threads: many } }", "2:49: 'many' is no value for 'threads' | a whole number, 1 or more")]
    [InlineData("name: a\ntargets: { l: { type: duckdb, path: x, memory: 2 } }", "2:48: '2' is no value for 'memory'")]
    [InlineData("name: a\ntargets: { l: { type: duckdb, path: x, staging: keeep } }", "2:49: 'keeep' is no value for 'staging' | did you mean 'keep'?")]
    [InlineData("name: a\ntargets: { l: { type: redshift, host: x, stack: y } }", "2:42: the target 'l' of type redshift states both 'host' and 'stack'")]
    [InlineData("name: a\ntargets: { l: { type: redshift } }", "2:15: the target 'l' of type redshift states none of: stack, host")]
    [InlineData("name: a\ntargets: { l: { type: redshift, host: x, password: geheim } }", "2:52: '***' is no value for 'password'")]
    [InlineData("name: a\ntargets: {}", "2:10: there is no target")]
    [InlineData("name: 1a\ntargets: { l: { type: duckdb, path: x } }", "1:7: '1a' can't name a project")]
    [InlineData("name: a\nname: b\ntargets: { l: { type: duckdb, path: x } }", "2:1: the key 'name' stands here twice | keep one; the first is on line 1")]
    [InlineData("name: a\ndefault_target: x\ntargets: { l: { type: duckdb, path: x } }", "2:17: default_target names 'x', which is not among the targets")]
    [InlineData("name: a\ntargets: { l: { type: duckdb, path: x }, m: { type: duckdb, path: y } }", "1:1: the key 'default_target' is missing")]
    [InlineData("- a\n", "1:1: the file is a list where it must be a mapping")]
    [InlineData("name: a\n---\nname: b\ntargets: { l: { type: duckdb, path: x } }", "2:1: a second document begins here")]
    public void Whatever_is_wrong_is_told_with_its_place(string settings, string expected)
    {
        using var scratch = ScratchProject.With(settings);
        Assert.Contains(scratch.Problems(), problem => problem.StartsWith($"starlift.yaml:{expected}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("name: a\n  targets: x\n")]
    [InlineData("name: 'a\n")]
    [InlineData("targets: { l: { type: duckdb }\n")]
    [InlineData("name:\ta\n\tx: y\n")]
    public void Broken_YAML_is_one_problem_with_a_place(string settings)
    {
        using var scratch = ScratchProject.With(settings);
        Assert.Matches(@"^starlift\.yaml:\d+:\d+: not readable as YAML: .+", Assert.Single(scratch.Problems()));
    }

    [Fact]
    public void An_alias_is_refused()
    {
        using var scratch = ScratchProject.With("name: &n music\ntargets: { l: { type: duckdb, path: *n } }");
        Assert.Contains(scratch.Problems(), problem => problem.StartsWith("starlift.yaml:2:37: *n refers to an anchor", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("{a: ")]
    [InlineData("? ")]
    public void A_file_of_any_depth_is_refused_with_the_place(string opening)
    {
        using var scratch = ScratchProject.With($"name: music\nvars: {(opening[0] is '[' or '{' ? "" : "\n  ")}{string.Concat(Enumerable.Repeat(opening, 100_000))}");
        var problem = Assert.Single(scratch.Problems());
        Assert.Matches(@"^starlift\.yaml:[23]:\d+: (the file is nested more than 50 deep|not readable as YAML)", problem);
    }

    [Fact]
    public void Aliases_are_refused_and_not_expanded()
    {
        var bomb = string.Concat(Enumerable.Range(1, 30).Select(i => $"  v{i}: &v{i} [*v{i - 1}, *v{i - 1}]\n"));
        using var scratch = ScratchProject.With($"name: music\nvars:\n  v0: &v0 x\n{bomb}targets: {{ local: {{ type: duckdb, path: x }} }}\n");
        Assert.Equal(60, scratch.Problems().Count(problem => problem.Contains("refers to an anchor", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_the_parser_stumbles_over_is_told_with_the_last_place_it_read()
    {
        using var scratch = ScratchProject.With("name: music\ntargets:\n  local: { t { data: ./bucket }\ntargets:\n  local: { type: duckdb, path: out/x.duckdb }\n");
        Assert.Matches(@"^starlift\.yaml:3:\d+: not readable as YAML", Assert.Single(scratch.Problems()));
    }

    [Fact]
    public void A_value_with_a_NUL_is_refused()
    {
        using var scratch = ScratchProject.With("name: music\ntargets:\n  local: { type: duckdb, path: \"a\\0b\" }\n");
        Assert.Contains("| it can't hold the character U+0000", Assert.Single(scratch.Problems()), StringComparison.Ordinal);
    }
}
