namespace Starlift.CliTests;

/// <summary>
/// What a user can get wrong: one sentence with the place and the way out, an exit code that a script can rely on, and a warehouse that
/// holds what it held before.
/// </summary>
public sealed class FailureTests(GeneratedSparkify generated)
{
    [Fact]
    public async Task A_missing_project_folder()
    {
        using var folder = SparkifyFolder.Published(generated);
        var (exitCode, _, error) = await StarliftProcess.RunInAsync(folder.Path, "run", "-p", "sparkfy");
        Assert.Equal("starlift: there is no folder 'sparkfy'\nhint: name the project's folder with -p/--project DIR\n", error);
        Assert.Equal(2, exitCode);
    }

    [Fact]
    public async Task A_folder_that_is_no_project()
    {
        var (exitCode, _, error) = await StarliftProcess.RunInAsync(generated.First, "run");
        Assert.Equal(
            "starlift: the folder '.' is no project: it holds no starlift.yaml\nhint: go to the project's folder, or name it with -p/--project DIR\n",
            error);
        Assert.Equal(2, exitCode);
    }

    [Fact]
    public Task A_missing_data_folder() => FailsAsync(
        2,
        """
        starlift: no file's path starts with 'P/nowhere/log_data/'
          at P/loads/staging_events.sql:3:6
        hint: check the path, or give another with --var

        """,
        data: "P/nowhere");

    [Fact]
    public Task Broken_YAML() => FailsAsync(
        2,
        """
        starlift: not readable as YAML: While parsing a node, did not find expected node content
          at P/starlift.yaml:8:10
        hint: look for a missing colon, quote or bracket, or for an indent that differs from the lines around it

        """,
        folder => folder.Change("starlift.yaml", "targets:", "targets: ]"));

    [Fact]
    public Task A_misspelt_key() => FailsAsync(
        2,
        """
        starlift: unknown key 'defualt_target' in starlift.yaml
          at P/starlift.yaml:7:1
        hint: did you mean 'default_target'?

        """,
        folder => folder.Change("starlift.yaml", "default_target:", "defualt_target:"));

    [Fact]
    public Task A_COPY_of_an_unknown_table() => FailsAsync(
        2,
        """
        starlift: the COPY fills 'staging_plays', which the project does not declare
          at P/loads/staging_plays.sql:1:6
        hint: declare it in tables/staging_plays.sql

        """,
        folder => folder.Add("loads/staging_plays.sql", "copy staging_plays from '${data}/plays/' iam_role default format as json 'auto'"));

    [Fact]
    public Task A_model_that_yields_a_column_less_than_its_table() => FailsAsync(
        2,
        """
        starlift: model time yields no column hour, which table time has
          at P/models/time.sql:1:1
        hint: add it to the SELECT, which yields start_time, day, week, month, year, weekday

        """,
        folder => folder.Change("models/time.sql", "    extract(hour from ts)   as hour,\n", ""));

    [Fact]
    public Task A_model_that_reads_a_column_that_is_not_there() => FailsAsync(
        2,
        """
        starlift: column "tz" does not exist
          at P/models/time.sql:3:23
        hint: did you mean 'ts'?

        """,
        folder => folder.Change("models/time.sql", "extract(hour from ts)", "extract(hour from tz)"));

    [Fact]
    public Task A_model_that_yields_a_key_twice() => FailsAsync(
        3,
        """
        starlift: model time yields several rows with the same key (start_time): start_time = 2018-11-01 00:00:00, rows_with_this_key = 2
          at P/models/time.sql:1:1
        hint: make the SELECT yield one row a key, by row_number() or group by; starlift check tells whether the table itself has it twice

        """,
        folder => folder.Add(
            "models/time.sql",
            "select timestamp '2018-11-01' as start_time, 0 as hour, 1 as day, 44 as week, 11 as month, 2018 as year, 4 as weekday from (select 1 union all select 2) as twice"));

    [Fact]
    public Task A_model_that_yields_NULL_where_the_table_takes_none() => FailsAsync(
        3,
        """
        starlift: time.hour is NOT NULL, and the model yields NULL: start_time = 2018-11-01 00:00:00, hour = NULL
          at P/tables/time.sql:4:5
        hint: leave such rows out of the model, or NOT NULL out of the table

        """,
        folder => folder.Add(
            "models/time.sql",
            "select timestamp '2018-11-01' as start_time, cast(null as int) as hour, 1 as day, 44 as week, 11 as month, 2018 as year, 4 as weekday"));

    [Fact]
    public Task A_model_that_refers_to_what_is_not_there() => FailsAsync(
        3,
        """
        starlift: songplays (song_id) refers to songs, which has no such row: song_id = 'SONONE'
          at P/tables/songplays.sql:4:1
        hint: fill songs with these keys, or yield NULL for them

        """,
        folder => folder.Change("models/songplays.sql", "    m.song_id,\n", "    'SONONE' as song_id,\n"));

    [Fact]
    public Task A_broken_JSON_file() => FailsAsync(
        4,
        """
        starlift: Load into table 'staging_events' failed.  Check 'stl_load_errors' system table for details.  P/data/log_data/2018-11-01-events.json:1: Invalid JSON: the object ends before its closing bracket
          at P/loads/staging_events.sql:2:1
        hint: mend the record and run again, or allow bad records with MAXERROR; starlift rejects shows them

        """,
        folder => folder
            .Add("data/log_json_path.json", File.ReadAllText(Path.Combine(generated.First, "log_json_path.json")))
            .Add("data/log_data/2018-11-01-events.json", "{\"page\":\"Home\",\n")
            .Add("data/song_data/A/song.json", "{\"song_id\":\"SO1\",\"title\":\"A\",\"artist_id\":\"AR1\",\"artist_name\":\"B\"}"),
        data: "P/data");

    /// <summary>The second data is new to the project, so that there is something to do.</summary>
    /// <param name="exitCode">Expected.</param>
    /// <param name="expected">The end of stderr; the project's folder is shown as P.</param>
    /// <param name="spoil">Makes the mistake.</param>
    /// <param name="data">Where the data is; P is the project's folder.</param>
    async Task FailsAsync(int exitCode, string expected, Action<SparkifyFolder>? spoil = null, string? data = null)
    {
        using var folder = SparkifyFolder.Published(generated);
        var before = StarContent.Rows(folder.Database);
        spoil?.Invoke(folder);
        var result = await folder.RunAsync("run", "--changed", "merge", "--var", $"data={data?.Replace("P/", $"{folder.Path}/", StringComparison.Ordinal) ?? generated.Second}");
        var error = result.Error.Replace(folder.Path, "P", StringComparison.Ordinal);
        Assert.Equal(expected, error[Math.Max(0, error.IndexOf("starlift:", StringComparison.Ordinal))..]);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal("", result.Out);
        Assert.Equal(before, StarContent.Rows(folder.Database));
    }
}
