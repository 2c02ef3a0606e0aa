using System.Text;
using Starlift.Errors;

namespace Starlift.Cli.Generating;

/// <summary>
/// A folder that holds generated data and nothing else. Data is written into a folder within it and moved to its place when whole;
/// a record of the options tells the generator's own output from anyone's files.
/// </summary>
sealed class GeneratedFolder
{
    const string Record = "generated.json";
    const string UnfinishedName = ".starlift-unfinished";

    static readonly string[] Parts = ["song_data", "log_data", "log_json_path.json"];

    readonly string _path;
    readonly byte[] _record;
    readonly bool _existed;

    /// <exception cref="ConfigurationException">The folder holds something else, or output of other options.</exception>
    public GeneratedFolder(string path, GeneratorOptions options)
    {
        _path = Path.GetFullPath(path);
        _record = Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $$"""
            {
              "generator": "starlift generate",
              "version": 1,
              "songs": {{options.Songs}},
              "days": {{options.Days}},
              "events": {{options.Events}},
              "seed": {{options.Seed}},
              "first_day": "{{options.FirstDay:yyyy-MM-dd}}"
            }

            """).ReplaceLineEndings("\n"));
        _existed = Directory.Exists(_path);
        Admit();
        Unfinished = Path.Combine(_path, UnfinishedName);
    }

    /// <summary>Where the data is written until it is whole.</summary>
    public string Unfinished { get; }

    /// <summary>The data is there, whole: it need not be written again.</summary>
    public bool IsComplete => File.Exists(Path.Combine(_path, Record)) && Parts.All(part => Path.Exists(Path.Combine(_path, part)));

    /// <summary>Makes an empty folder to write into.</summary>
    public void Begin()
    {
        Discard();
        Directory.CreateDirectory(Unfinished);
        File.WriteAllBytes(Path.Combine(Unfinished, Record), _record);
    }

    /// <summary>Puts the data in its place. The record comes last: without it the folder is not taken for whole.</summary>
    public void Complete()
    {
        Remove(Path.Combine(_path, Record));
        foreach (var part in Parts)
        {
            Remove(Path.Combine(_path, part));
            Directory.Move(Path.Combine(Unfinished, part), Path.Combine(_path, part));
        }

        File.Move(Path.Combine(Unfinished, Record), Path.Combine(_path, Record));
        Directory.Delete(Unfinished);
    }

    /// <summary>Leaves nothing unfinished behind, nor a folder that was not there before. May be called at any time.</summary>
    public void Discard()
    {
        Remove(Unfinished);
        if (!_existed && Directory.Exists(_path) && !Directory.EnumerateFileSystemEntries(_path).Any())
        {
            Directory.Delete(_path);
        }
    }

    static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    // Parts without a record at the top are a move that was interrupted: then the record still lies with the unfinished rest.
    void Admit()
    {
        if (File.Exists(_path))
        {
            throw new ConfigurationException($"{_path} is a file; data can be generated into a folder only");
        }

        if (!_existed)
        {
            return;
        }

        var names = Directory.EnumerateFileSystemEntries(_path).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)
            .ToList();
        if (names.FirstOrDefault(name => name is not (UnfinishedName or Record) && !Parts.Contains(name)) is { } foreign)
        {
            throw new ConfigurationException(
                $"{_path} is not empty and was not generated: it holds {foreign}", hint: "name an empty or a new folder");
        }

        if (names.Count == 0 || names is [UnfinishedName])
        {
            return;
        }

        string[] records = [Path.Combine(_path, Record), Path.Combine(_path, UnfinishedName, Record)];
        if (records.FirstOrDefault(File.Exists) is not { } record || !File.ReadAllBytes(record).AsSpan().SequenceEqual(_record))
        {
            throw new ConfigurationException(
                $"{_path} holds data that was generated with other options or was not generated",
                hint: $"remove it, name another folder, or use the options that its {Record} states");
        }
    }
}
