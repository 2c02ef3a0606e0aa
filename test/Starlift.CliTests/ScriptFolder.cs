using System.Text.Json;

namespace Starlift.CliTests;

/// <summary>A folder with scripts, a database and the bucket "harbour", that lives for one test. It is the current folder of what runs.</summary>
sealed class ScriptFolder : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("starlift-scripts-");

    /// <summary>One file, of more than a good record when a test says so.</summary>
    public ScriptFolder(string records = """{"id":1,"name":"Alba"}""")
    {
        Add("buckets/harbour/boats.json", records);
        Add("table.sql", "create table boats (id int, name varchar(5));\n");
        Add("copy.sql", "copy boats from 's3://harbour/boats' iam_role default json 'auto';\n");
    }

    public string Path => _folder.FullName;

    public ScriptFolder Add(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>A project whose target is the database boats.duckdb and whose load is of the bucket.</summary>
    public ScriptFolder AddProject(string copy = "copy boats from '${data}/' iam_role default json 'auto'") => this
        .Add("starlift.yaml", "name: harbour\nvars:\n  data: ./buckets/harbour\ndefault_target: local\ntargets:\n  local:\n    type: duckdb\n    path: boats.duckdb\n")
        .Add("tables/boats.sql", "create table boats (id int, name varchar(5))")
        .Add("tables/names.sql", "create table names (name varchar(5) primary key)")
        .Add("loads/boats.sql", copy)
        .Add("models/names.sql", "select distinct name from boats where name is not null");

    /// <summary>The result of a command line, in which words are parted by blanks; paths in it are relative.</summary>
    public async Task<(int ExitCode, string Out, string Error)> RunAsync(params IReadOnlyList<string> arguments)
    {
        var (exitCode, output, error) = await StarliftProcess.RunInAsync(Path, arguments);
        return (exitCode, Relative(output), Relative(error));
    }

    /// <summary>Runs a script on boats.duckdb.</summary>
    public Task<(int ExitCode, string Out, string Error)> SqlAsync(string script, params IReadOnlyList<string> more) =>
        Add("a.sql", script).RunAsync(["sql", "a.sql", "--duckdb", "boats.duckdb", "--s3-root", "buckets", .. more]);

    public async Task<(int ExitCode, string Out, string Error)> ShellAsync(string commandLine)
    {
        var (exitCode, output, error) = await StarliftProcess.ShellAsync(Path, commandLine);
        return (exitCode, Relative(output), Relative(error));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The same JSON without white space.</summary>
    public static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);

    string Relative(string text) => text.Replace($"{Path}/", "", StringComparison.Ordinal);
}
