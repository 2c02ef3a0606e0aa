using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Starlift.DuckDb;
using Starlift.Errors;
using Starlift.Postgres;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning;
using Starlift.Warehouses;

namespace Starlift.Fuzz;

/// <summary>What inputs are made for. A target that stands several times is tried more often.</summary>
static class Targets
{
    const string Settings = "name: sparkify\nvars: { data: ./bucket }\ntargets:\n  local: { type: duckdb, path: out/sparkify.duckdb, memory: 500MB, threads: 1 }\n";

    static readonly string[] Readers = ["check", "doctor", "ledger", "plan", "query", "rejects", "reconcile", "runs", "runs show", "iam", "completion", "reset", "diff", "report", "run", "sql"];

    public static IReadOnlyList<Func<FuzzInput, Task<string?>>> All { get; } =
    [
        SettingsFileAsync, SettingsFileAsync, SqlTextAsync, SqlTextAsync, SqlTextAsync, SqlTextAsync, SqlTextAsync, ScriptAsync, ScriptAsync, ScriptAsync, CopyAsync, CopyAsync, CopyAsync,
        ProjectFileAsync, ProjectFileAsync, RunAsync, ArgumentsAsync, ArgumentsAsync, EnvironmentAsync, FileNamesAsync, ScriptedS3.TryAsync, ScriptedS3.TryAsync, BinaryAsync,
    ];

    // starlift.yaml, read and planned.
    static Task<string?> SettingsFileAsync(FuzzInput input)
    {
        var text = input.Mutated(input.Chance(2) ? Settings : Seeds.Project.First(file => file.Name == "starlift.yaml").Text);
        input.Write("starlift.yaml", IsConfined(text) ? text : Settings);
        return CommandRun.TryAsync(input, ["plan", "-p", input.Folder, "--target", "local"]);
    }

    // Any SQL is parsed, and said to each engine, or refused with a place.
    static Task<string?> SqlTextAsync(FuzzInput input)
    {
        var sql = input.Mutated(input.OneOf(Seeds.Sql));
        input.Write("text.sql", sql);
        try
        {
            var duckDb = new DuckDbDialect();
            var catalogue = Seeds.Tables;
            foreach (var statement in SqlScript.Parse("text.sql", sql).Where(statement => statement is not CopyStatement))
            {
                Refusal(() =>
                {
                    var meaning = StatementMeaning.Bind(statement, StatementMeaning.TreeOf(statement), catalogue);
                    catalogue = CatalogueChanges.After(catalogue, meaning);
                    var bound = StatementMeaning.IsNeeded(statement) ? meaning : null;
                    Refusal(() => duckDb.Render(statement, bound));
                    Refusal(() => duckDb.Render(statement, bound, bound is null ? [] : NumberedRows.In(bound)));
                    Refusal(() => PostgresDialect.Render(statement, bound));
                });
            }
        }
        catch (ConfigurationException)
        {
        }

        SqlRedaction.Redact(sql);
        return Task.FromResult<string?>(null);
    }

    // Any SQL is executed, or fails with one sentence.
    static Task<string?> ScriptAsync(FuzzInput input)
    {
        var sql = input.Mutated(input.OneOf(Seeds.Sql));
        return CommandRun.TryAsync(input, ["sql", "-", "--duckdb", ":memory:", .. input.Chance(2) ? ["-o", "json"] : Array.Empty<string>()], IsConfined(sql) ? sql : "select 1");
    }

    // Objects, JSONPaths files and manifests are loaded, or rejected.
    static Task<string?> CopyAsync(FuzzInput input)
    {
        var folder = input.OneOf(Seeds.Cases);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            var isText = !bytes.Contains((byte)0) && file.Contains("/s3/", StringComparison.Ordinal);
            var changed = !input.Chance(2) || !file.Contains("/s3/", StringComparison.Ordinal) ? bytes
                : isText && input.Chance(2) ? Encoding.UTF8.GetBytes(input.Mutated(Encoding.UTF8.GetString(bytes)))
                : Mutation.Of(bytes, input.Random);
            input.Write(Path.GetRelativePath(folder, file), changed);
        }

        string Text(string name) => File.Exists(Path.Combine(folder, name)) ? File.ReadAllText(Path.Combine(folder, name)) : "";
        var copy = input.Chance(3) ? input.Mutated(Text("copy.sql")) : Text("copy.sql");
        return CommandRun.TryAsync(
            input, ["sql", "-", "--duckdb", ":memory:", "--s3-root", Path.Combine(input.Folder, "s3")], $"{Text("ddl.sql")};\n{(IsConfined(copy) ? copy : Text("copy.sql"))};\nselect * from stl_load_errors");
    }

    // One file of a project is another.
    static async Task<string?> ProjectFileAsync(FuzzInput input)
    {
        WriteProject(input, changed: 1);
        return await CommandRun.TryAsync(input, ["plan", "-p", input.Folder, "-o", "json"]);
    }

    // A project is run, with records that are another, and then looked at.
    static async Task<string?> RunAsync(FuzzInput input)
    {
        WriteProject(input, input.Random.Next(2));
        var database = Path.Combine(input.Folder, "out", "sparkify.duckdb");
        return await CommandRun.TryAsync(input, ["run", "-p", input.Folder])
            ?? await CommandRun.TryAsync(input, [.. input.OneOf<string[]>([["check"], ["rejects", "-o", "csv"], ["runs"], ["runs", "show"], ["ledger"], ["report", "--output", Path.Combine(input.Folder, "r.html")], ["reconcile"], ["query", "select * from songplays", "-o", "json"]]), "-p", input.Folder])
            ?? (File.Exists(database) && input.Chance(4) ? await BrokenDatabaseAsync(input, database) : null);
    }

    static Task<string?> BrokenDatabaseAsync(FuzzInput input, string database)
    {
        File.WriteAllBytes(database, Mutation.Of(File.ReadAllBytes(database)[..4096], input.Random));
        return CommandRun.TryAsync(input, ["query", "select 1", "-p", input.Folder]);
    }

    // Any arguments are understood, or refused.
    static async Task<string?> ArgumentsAsync(FuzzInput input)
    {
        WriteProject(input, changed: 0);
        var arguments = input.OneOf(Readers).Split(' ').ToList();
        string[] words = ["-p", input.Folder, "-o", "json", "csv", "text", "--var", "data=./bucket", "--target", "local", "--select", "staging_songs", "--since", "2018-11-01", "--until", "--full-refresh", "--changed", "-y", "--run", "1", "--limit", "--duckdb", ":memory:", "select 1", "--help", "--log", "--quiet", "--wait", "2h", "--max-rejects", "-1", "", "--", "bash", "@x", "-", "=", "\u202E", new string('x', 10_000)];
        for (var i = input.Random.Next(8); i > 0; i--)
        {
            var word = input.OneOf(words);
            arguments.Insert(input.Random.Next(arguments.Count + 1), input.Chance(3) ? Changed(input, word) : word);
        }

        return await CommandRun.TryAsync(input, arguments, input.Chance(2) ? "select 1" : "");
    }

    // Any environment is understood, or refused. What leads elsewhere is not mutated.
    static async Task<string?> EnvironmentAsync(FuzzInput input)
    {
        WriteProject(input, changed: 0);
        string[] names = ["STARLIFT_VAR_DATA", "STARLIFT_PROJECT", "STARLIFT_TARGET", "STARLIFT_OUTPUT", "STARLIFT_S3_ROOT", "STARLIFT_COMMAND", "STARLIFT_LOG", "STARLIFT_QUIET", "STARLIFT_WAIT", "NO_COLOR", "COLUMNS", "PGPASSWORD"];
        string[] values = ["", "json", "text", "local", "./bucket", "true", "1", "2h", ".", input.Folder];
        var environment = names.Where(_ => input.Chance(3)).ToDictionary(name => name, _ => Changed(input, input.OneOf(values)));
        return await CommandRun.TryAsync(input, [input.OneOf(Readers[..8]).Split(' ')[0], "-p", input.Folder], environment: environment);
    }

    // Files of a project and objects may have any name that a file can have.
    static async Task<string?> FileNamesAsync(FuzzInput input)
    {
        WriteProject(input, changed: 0);
        string[] names = ["a\nb", "-x", "%s", "a'b", "a\"b", "a;b", "\u202Eb", "é", "😀", " ", "a b", "*", "[", "~", "$x", "${data}", "\\", "..sql", "con", new string('n', 200), "\u001b[2J", "a#b", "a?b", "\uFEFF"];
        string[] folders = ["tables", "loads", "models", "checks", "reports", "bucket/song_data", "bucket/log_data", "x"];
        for (var i = input.Random.Next(1, 4); i > 0; i--)
        {
            var folder = input.OneOf(folders);
            input.Write($"{folder}/{input.OneOf(names)}{input.OneOf([".sql", ".json", ""])}", folder.StartsWith("bucket", StringComparison.Ordinal) ? Seeds.Song : input.OneOf(Seeds.Project).Text);
        }

        return await CommandRun.TryAsync(input, [input.OneOf(["plan", "run"]), "-p", input.Folder]);
    }

    // Some of it with the program that users have.
    static async Task<string?> BinaryAsync(FuzzInput input)
    {
        if (!input.Chance(10))
        {
            return await ScriptAsync(input);
        }

        var sql = input.Mutated(input.OneOf(Seeds.Sql));
        input.Write("stdin.txt", sql);
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "starlift"), ["sql", "-", "--duckdb", ":memory:"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = input.Folder,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(IsConfined(sql) ? sql : "select 1");
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all.
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // SQL may ask for more than a machine can do.
            process.Kill(entireProcessTree: true);
            return null;
        }

        await output;
        return CommandRun.Judge(process.ExitCode, await error);
    }

    static void WriteProject(FuzzInput input, int changed)
    {
        var victims = Enumerable.Range(0, changed).Select(_ => input.OneOf(Seeds.Project).Name).ToHashSet();
        foreach (var (name, text) in Seeds.Project)
        {
            var written = name == "starlift.yaml" ? Settings : victims.Contains(name) ? input.Mutated(text) : text;
            input.Write(name, IsConfined(written) ? written : text);
        }

        var isOther = input.Chance(2);
        input.Write("bucket/song_data/A/A/A/1.json", isOther ? input.Mutated(Seeds.Song) : Seeds.Song);
        input.Write("bucket/log_data/2018/11/2018-11-01-events.json", isOther ? $"{Seeds.Event}\n{input.Mutated(Seeds.Event)}\n{Seeds.Event}" : Seeds.Event);
        var names = JsonDocument.Parse(Seeds.Event).RootElement.EnumerateObject().Select(member => $"\"$['{member.Name}']\"");
        var paths = $"{{\"jsonpaths\": [{string.Join(", ", names)}]}}";
        input.Write("bucket/log_json_path.json", input.Chance(10) ? input.Mutated(paths) : paths);
    }

    static string Changed(FuzzInput input, string word) =>
        input.Mutated(word) is var changed && IsConfined(changed) && changed.Length < 100_000 && !changed.Contains('/', StringComparison.Ordinal) ? changed.Replace("\0", "", StringComparison.Ordinal) : word;

    static void Refusal(Action step)
    {
        try
        {
            step();
        }
        catch (StarliftException)
        {
        }
    }

    // A mutation that could reach files or servers elsewhere is not tried.
    static bool IsConfined(string text) => !System.Text.RegularExpressions.Regex.IsMatch(
        text, @"path:[\s""']*[/~.]|\.\./|host|endpoint|attach|install|load\s|export|import|pragma|https?:|copy\s+\(|read_|\bto\s+['/]|'/", System.Text.RegularExpressions.RegexOptions.IgnoreCase);
}
