using System.Text;
using Starlift.Inference;

namespace Starlift.Cli.Inferring;

/// <summary>Files that are proposed, beside those that are there. Nothing that is there is written over unless that was said.</summary>
/// <param name="folder">The project's.</param>
/// <param name="place">Where the objects are.</param>
/// <param name="files">The proposal; what makes a folder a project comes last.</param>
sealed class ProposedFiles(string folder, InferPlace place, IReadOnlyList<InferredFile> files)
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Those that are there with another content, as messages show them.</summary>
    public IReadOnlyList<string> Different => [.. files.Where(file => StateOf(file) == FileState.Different).Select(Shown)];

    /// <summary>Writes those that are not there, and with <paramref name="over"/> those that are different.</summary>
    /// <returns>What became of each: made, written over, kept, unchanged; upload of one that belongs into S3.</returns>
    public IReadOnlyList<(string File, string Outcome)> Write(bool over)
    {
        var outcomes = new List<(string, string)>();
        foreach (var file in files)
        {
            var outcome = StateOf(file) switch
            {
                FileState.Same => "unchanged",
                FileState.Different when !over => "kept",
                FileState.Different => "written over",
                _ => "made",
            };
            if (outcome is "made" or "written over")
            {
                Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
                File.WriteAllText(PathOf(file), file.Text, Utf8);
            }

            outcomes.Add((Shown(file), outcome));
        }

        return outcomes;
    }

    /// <summary>Commands that put into S3 what belongs there.</summary>
    public IReadOnlyList<string> Uploads => [.. files.Where(file => file.BesideObjects && place.IsS3).Select(file => $"aws s3 cp {Shown(file)} {place.Beside(file.Path)}")];

    FileState StateOf(InferredFile file) => !File.Exists(PathOf(file)) ? FileState.Missing
        : File.ReadAllText(PathOf(file)) == file.Text ? FileState.Same
        : FileState.Different;

    string PathOf(InferredFile file) => file.BesideObjects && !place.IsS3 ? place.Beside(file.Path) : Path.Combine(folder, file.BesideObjects ? $"jsonpaths/{file.Path}" : file.Path);

    string Shown(InferredFile file) => Path.GetRelativePath(folder, PathOf(file));

    enum FileState
    {
        Missing,
        Same,
        Different,
    }
}
