using System.Text;

namespace Starlift.CliTests;

/// <summary>A Sparkify project that lives for one test; its database is in it, its data is wherever the test says.</summary>
sealed class SparkifyFolder : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("starlift-cli-");

    /// <summary>A project that has not run yet.</summary>
    public SparkifyFolder()
    {
        foreach (var file in new[] { "tables", "loads", "models", "checks", "reports" }.SelectMany(part => Directory.EnumerateFiles(System.IO.Path.Combine(SourceTree.Sparkify, part))))
        {
            Copy(file, System.IO.Path.GetRelativePath(SourceTree.Sparkify, file));
        }

        Copy(System.IO.Path.Combine(SourceTree.Sparkify, "starlift.yaml"), "starlift.yaml");
    }

    public string Path => _folder.FullName;

    /// <summary>The project's variable data, unless a test gives another value.</summary>
    public string Data => System.IO.Path.Combine(Path, "data");

    public string Database => System.IO.Path.Combine(Path, "out", "sparkify.duckdb");

    /// <summary>A project that has run on the fixture's first data.</summary>
    public static SparkifyFolder Published(GeneratedSparkify generated)
    {
        var folder = new SparkifyFolder();
        folder.Copy(generated.Published.Database, "out/sparkify.duckdb");
        return folder;
    }

    public SparkifyFolder Add(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return this;
    }

    /// <summary>Replaces what must stand exactly once in a file.</summary>
    public SparkifyFolder Change(string file, string old, string by)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Path, file));
        Assert.Equal(2, text.Split(old).Length);
        return Add(file, text.Replace(old, by, StringComparison.Ordinal));
    }

    /// <summary>The arguments, and the project's folder with them.</summary>
    public IReadOnlyList<string> Arguments(params IReadOnlyList<string> arguments) => [.. arguments, "-p", Path];

    public Task<(int ExitCode, string Out, string Error)> RunAsync(params IReadOnlyList<string> arguments) =>
        StarliftProcess.RunAsync(Arguments(arguments));

    public Task<string> SucceedAsync(params IReadOnlyList<string> arguments) => StarliftProcess.SucceedAsync(Arguments(arguments));

    public void Dispose() => _folder.Delete(recursive: true);

    void Copy(string from, string to)
    {
        var path = System.IO.Path.Combine(Path, to);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.Copy(from, path);
    }
}
