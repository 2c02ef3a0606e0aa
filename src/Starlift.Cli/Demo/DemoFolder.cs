using Starlift.Cli.Generating;
using Starlift.Errors;

namespace Starlift.Cli.Demo;

/// <summary>A project folder with generated data in it. Nothing of anyone else's is ever written over.</summary>
sealed class DemoFolder
{
    const string DataName = "data";

    /// <param name="typed">The folder as the user typed it: messages show it.</param>
    /// <param name="currentFolder">Where a relative one starts.</param>
    /// <exception cref="ConfigurationException">The folder holds something other than a demo.</exception>
    public DemoFolder(string typed, string currentFolder)
    {
        FullPath = Path.GetFullPath(typed, currentFolder);
        Data = Path.Combine(FullPath, DataName);
        var isDemo = new GeneratedFolder(Data, Options).IsComplete;
        if (File.Exists(FullPath) || (!isDemo && Foreign() is not null))
        {
            throw new ConfigurationException(
                File.Exists(FullPath) ? $"{typed} is a file; the demo makes a folder" : $"{typed} is not empty and no demo: it holds {Foreign()}",
                hint: "name a new or an empty folder with --dir");
        }
    }

    /// <summary>What every demo generates.</summary>
    public static GeneratorOptions Options { get; } = new() { Songs = 4_000, Days = 30, Events = 200_000, Seed = 1 };

    public string FullPath { get; }

    /// <summary>Where the objects are.</summary>
    public string Data { get; }

    /// <summary>The data is there already.</summary>
    public bool HasData => new GeneratedFolder(Data, Options).IsComplete;

    /// <summary>Puts the project beside the data, where none is yet.</summary>
    public void AddProject()
    {
        if (!SparkifyProject.IsIn(FullPath))
        {
            SparkifyProject.WriteTo(FullPath);
        }
    }

    // Data comes first and whole, so a demo that was interrupted leaves at most its data folder.
    string? Foreign() => Directory.Exists(FullPath)
        ? Directory.EnumerateFileSystemEntries(FullPath).Select(entry => Path.GetFileName(entry)).FirstOrDefault(name => name != DataName)
        : null;
}
