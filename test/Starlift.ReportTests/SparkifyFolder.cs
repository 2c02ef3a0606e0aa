using System.Diagnostics;
using System.Text;
using Starlift.CliTests;

namespace Starlift.ReportTests;

/// <summary>A Sparkify project that lives for one test or fixture.</summary>
sealed class SparkifyFolder : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("starlift-report-").FullName;

    public SparkifyFolder()
    {
        var source = System.IO.Path.Combine(SourceTree.Root, "pipelines/sparkify");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => !file.Contains("/out/", StringComparison.Ordinal)))
        {
            Add(System.IO.Path.GetRelativePath(source, file), File.ReadAllText(file));
        }
    }

    public string Path => _folder;

    public Uri Report => new(System.IO.Path.Combine(_folder, "out/report.html"));

    public void Add(string file, string text)
    {
        var path = System.IO.Path.Combine(_folder, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    public void Remove(string folder) => Directory.Delete(System.IO.Path.Combine(_folder, folder), recursive: true);

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(_folder, file));

    /// <summary>Runs the built binary in the folder; it has to succeed.</summary>
    /// <returns>What it wrote to stdout.</returns>
    public async Task<string> SucceedAsync(params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(StarliftBinary.FullPath, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("STARLIFT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"starlift {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await error}");
        return await output;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
