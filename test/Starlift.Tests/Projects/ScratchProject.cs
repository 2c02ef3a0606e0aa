using Starlift.Errors;
using Starlift.Projects;

namespace Starlift.Tests.Projects;

/// <summary>A project folder that lives for one test. Messages show the folder as "p".</summary>
sealed class ScratchProject : IDisposable
{
    static readonly TargetType DuckDb = new(
        "duckdb",
        "",
        [
            new("path", "the file") { Required = true },
            new("memory", "how much") { Kind = SettingKind.Size },
            new("threads", "how many") { Kind = SettingKind.WholeNumber },
            new("staging", "which") { Kind = SettingKind.Choice, Choices = ["temporary", "keep"] },
        ]);

    static readonly TargetType Redshift = new(
        "redshift", "", [new("stack", "s"), new("host", "h"), new("password", "p") { Secret = true, Kind = SettingKind.WholeNumber }])
    {
        OneOf = ["stack", "host"],
        Available = false,
    };

    readonly string _folder = Directory.CreateTempSubdirectory("starlift-").FullName;

    public const string Settings = """
        name: music
        targets:
          local: { type: duckdb, path: out/music.duckdb }

        """;

    public Dictionary<string, string> Vars { get; } = [];

    public Dictionary<string, string> Environment { get; } = [];

    public string? CurrentFolder { get; init; }

    public string Folder => _folder;

    /// <summary>A project of which only starlift.yaml matters.</summary>
    public static ScratchProject With(string settings) => new ScratchProject().Add("starlift.yaml", settings);

    /// <summary>A project with sound settings.</summary>
    public static ScratchProject Sound() => With(Settings);

    public ScratchProject Add(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public Project Read() => ProjectReader.Read(
        _folder,
        new ProjectOverrides(Vars, name => Environment.GetValueOrDefault(name)) { CurrentFolder = CurrentFolder },
        [DuckDb, Redshift]);

    /// <summary>One line a problem: place, sentence and hint.</summary>
    public IReadOnlyList<string> Problems() => Lines(Assert.Throws<ConfigurationException>(Read).Problems);

    public IReadOnlyList<string> Lines(IReadOnlyList<Problem> problems) =>
        [.. problems.Select(problem => $"{problem}{(problem.Hint is null ? "" : $" | {problem.Hint}")}".Replace(_folder + "/", "").Replace(_folder, "p"))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
