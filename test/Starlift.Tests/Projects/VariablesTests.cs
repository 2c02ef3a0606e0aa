using Starlift.Errors;

namespace Starlift.Tests.Projects;

public sealed class VariablesTests
{
    const string WithData = "name: music\nvars: { data: s3://bucket }\ntargets: { local: { type: duckdb, path: \"${data}/x\" } }\n";

    [Fact]
    public void The_command_line_wins_over_the_environment_and_that_over_the_file()
    {
        using var scratch = ScratchProject.With(WithData);
        Assert.Equal("s3://bucket/x", scratch.Read().Target(null).Values["path"]);

        scratch.Environment["STARLIFT_VAR_DATA"] = "s3://environment";
        Assert.Equal("s3://environment/x", scratch.Read().Target(null).Values["path"]);

        scratch.Vars["data"] = "s3://flag";
        Assert.Equal("s3://flag/x", scratch.Read().Target(null).Values["path"]);
        Assert.Equal("s3://flag", scratch.Read().Vars["data"]);
    }

    [Fact]
    public void A_value_in_a_flow_mapping_needs_no_quotes()
    {
        using var scratch = ScratchProject.With(WithData.Replace("\"", ""));
        Assert.Equal("s3://bucket/x", scratch.Read().Target(null).Values["path"]);
    }

    [Fact]
    public void A_variable_may_refer_to_others_and_to_the_environment()
    {
        using var scratch = ScratchProject.With("""
            name: music
            vars: { path: "${root}/${env:USER}", root: /data }
            targets: { local: { type: duckdb, path: "${path}" } }
            """);
        scratch.Environment["USER"] = "ada";
        Assert.Equal("/data/ada", scratch.Read().Target(null).Values["path"]);
    }

    [Fact]
    public void A_relative_path_from_outside_starts_at_the_current_folder_where_the_file_has_a_path()
    {
        const string settings = "name: music\nvars: { data: ./data, schema: dev }\ntargets: { local: { type: duckdb, path: x } }\n";
        using var scratch = new ScratchProject { CurrentFolder = "/home/ada" }.Add("starlift.yaml", settings);
        scratch.Vars["data"] = "songs";
        scratch.Vars["schema"] = "prod";
        Assert.Equal("/home/ada/songs", scratch.Read().Vars["data"]);
        Assert.Equal("prod", scratch.Read().Vars["schema"]);

        scratch.Vars["data"] = "s3://bucket";
        Assert.Equal("s3://bucket", scratch.Read().Vars["data"]);
    }

    [Theory]
    [InlineData("a: \"${b}\", b: \"${a}\"", "the variable 'a' has no value")]
    [InlineData("a: \"${dta}\", data: x", "the project has no variable 'dta' | did you mean 'data'?")]
    [InlineData("a: \"${}\"", "'${}' refers to no variable")]
    [InlineData("a: \"${b\"", "'${b' refers to no variable")]
    [InlineData("a: \"${env:NOT_SET}\"", "the environment variable NOT_SET is not set")]
    [InlineData("a-b: x", "'a-b' can't name a variable")]
    [InlineData("a: [x]", "the variable 'a' is a list where it must be one value")]
    [InlineData("a: , b: \"${a}\"", "the variable 'a' has no value | give --var a=…, or set STARLIFT_VAR_A")]
    public void A_reference_without_a_value_is_told(string vars, string expected)
    {
        using var scratch = ScratchProject.With($"name: music\nvars: {{ {vars} }}\ntargets: {{ local: {{ type: duckdb, path: x }} }}\n");
        Assert.Contains(scratch.Problems(), problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_flag_for_a_variable_that_is_not_declared_is_told()
    {
        using var scratch = ScratchProject.With(WithData);
        scratch.Vars["dat"] = "x";
        Assert.Equal(["--var dat: the project has no variable of that name | did you mean 'data'?"], scratch.Problems());
    }

    [Fact]
    public void An_environment_variable_of_a_target_matters_only_when_the_target_is_used()
    {
        using var scratch = ScratchProject.With("""
            name: music
            default_target: local
            targets:
              local: { type: duckdb, path: x }
              other: { type: duckdb, path: ${env:NOT_SET} }
            """);
        var project = scratch.Read();
        Assert.Equal("x", project.Target(null).Values["path"]);

        var error = Assert.Throws<ConfigurationException>(() => project.Target("other"));
        Assert.Equal(["starlift.yaml:5:32: the environment variable NOT_SET is not set | set it: export NOT_SET=…"], scratch.Lines(error.Problems));
    }

    [Fact]
    public void A_target_of_a_type_that_is_not_available_can_be_declared_but_not_used()
    {
        using var scratch = ScratchProject.With("name: music\ntargets: { cloud: { type: redshift, stack: music } }\n");
        var error = Assert.Throws<ConfigurationException>(() => scratch.Read().Target(null));
        Assert.Equal(
            ["starlift.yaml:2:12: the target 'cloud' is of type redshift, which this version of Starlift can't use yet | choose another with --target; this version has: duckdb"],
            scratch.Lines(error.Problems));
    }

    [Fact]
    public void An_unknown_target_is_told_with_a_suggestion()
    {
        using var scratch = ScratchProject.Sound();
        var error = Assert.Throws<ConfigurationException>(() => scratch.Read().Target("locl"));
        Assert.Equal(["the project has no target 'locl' | did you mean 'local'?"], scratch.Lines(error.Problems));
    }

    [Fact]
    public void Variables_that_double_each_other_are_told_once()
    {
        var vars = string.Concat(Enumerable.Range(0, 60).Select(i => $"  v{i}: \"${{v{i + 1}}}${{v{i + 1}}}\"\n"));
        using var scratch = ScratchProject.With($"name: music\nvars:\n{vars}  v60: xx\ntargets: {{ local: {{ type: duckdb, path: x }} }}\n");
        Assert.Equal(
            "the variables filled in come to more than 4,000,000 characters | keep long texts out of variables, and see whether variables hold each other twice",
            Assert.Single(scratch.Problems()).Split(": ", 2)[1]);
    }

    [Fact]
    public void A_chain_of_variables_has_an_end()
    {
        var vars = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"  v{i}: ${{v{i + 1}}}\n"));
        using var scratch = ScratchProject.With($"name: music\nvars:\n{vars}  v100000: x\ntargets: {{ local: {{ type: duckdb, path: x }} }}\n");
        Assert.Contains("variables refer to each other more than 100 deep", Assert.Single(scratch.Problems()), StringComparison.Ordinal);
    }
}
