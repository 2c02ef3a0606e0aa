using System.Text.Json;
using Starlift.Cli.Commands;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Tests.Inference;

/// <summary>A folder with objects below data/, in which commands run in this process.</summary>
sealed class ScratchProject : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("starlift-infer-").FullName;

    public string Folder => _folder;

    public ScratchProject Put(string file, byte[] bytes)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public ScratchProject Put(string file, string text) => Put(file, System.Text.Encoding.UTF8.GetBytes(text));

    public ScratchProject Put(Feed feed)
    {
        feed.Objects.ToList().ForEach(pair => Put($"data/{feed.Name}/{pair.Key}", pair.Value));
        return this;
    }

    public bool Has(string file) => File.Exists(Path.Combine(_folder, file));

    public string Read(string file) => File.ReadAllText(Path.Combine(_folder, file));

    /// <summary>Runs a command line in the folder.</summary>
    public async Task<(ExitCode ExitCode, string Out, string Error)> RunAsync(params IReadOnlyList<string> arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(new Terminal(TextReader.Null, output, error), _ => null, _folder);
        var code = await new App(surroundings).RunAsync([.. arguments, "-p", _folder], TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The same; it has to succeed.</summary>
    public async Task<(string Out, string Error)> SucceedAsync(params IReadOnlyList<string> arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.True(code == ExitCode.Done, $"starlift {string.Join(' ', arguments)}: {error}");
        return (output, error);
    }

    /// <summary>The rows of a query.</summary>
    public async Task<IReadOnlyList<JsonElement>> QueryAsync(string sql)
    {
        var (output, _) = await SucceedAsync("query", sql, "-o", "json");
        return [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
    }

    /// <summary>The one number that a query gives.</summary>
    public async Task<long> CountAsync(string sql) => (await QueryAsync(sql))[0].EnumerateObject().First().Value.GetInt64();

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
