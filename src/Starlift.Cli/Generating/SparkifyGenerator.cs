using Starlift.Errors;

namespace Starlift.Cli.Generating;

/// <summary>
/// Makes up data of the shape of Sparkify's: song files, log files and the JSONPaths of the logs, laid out as in its bucket. Equal
/// options give the same bytes on every platform. Memory grows with the number of songs and users and not with that of events.
/// </summary>
public sealed class SparkifyGenerator
{
    /// <summary>A version of the generator that makes other data of the same options has to change it.</summary>
    const ulong Version = 1;

    readonly GeneratorOptions _options;

    /// <exception cref="ConfigurationException">Options out of range, all of them.</exception>
    public SparkifyGenerator(GeneratorOptions options)
    {
        var problems = options.Problems();
        if (problems.Count > 0)
        {
            throw new ConfigurationException(problems);
        }

        _options = options;
    }

    /// <summary>
    /// Fills a folder, which may be missing, empty, or hold an earlier output of the same options; that is replaced. The data comes
    /// to its place when it is whole: a failure, a cancellation or a kill leaves nothing that looks like it. May be called again.
    /// Runs on the thread pool.
    /// </summary>
    /// <param name="directory">The folder; relative to the current one.</param>
    /// <param name="progress">Told how far it is some times a second; null for nobody.</param>
    /// <param name="cancellationToken">Stops within milliseconds and removes what was written.</param>
    /// <exception cref="ConfigurationException">The folder holds something else.</exception>
    /// <exception cref="StarliftException">The folder can't be written.</exception>
    public Task GenerateAsync(
        string directory,
        IProgress<GeneratorProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Task.Run(() => Generate(directory, progress, cancellationToken), cancellationToken);

    void Generate(string directory, IProgress<GeneratorProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var folder = new GeneratedFolder(directory, _options);
            try
            {
                folder.Begin();
                Write(folder.Unfinished, progress, cancellationToken);
                folder.Complete();
            }
            catch
            {
                folder.Discard();
                throw;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StarliftException(
                ExitCode.RunFailed,
                new Problem(
                    $"can't generate data into {directory}: {exception.Message}",
                    Hint: "check permissions and free space, or name another folder"),
                exception);
        }
    }

    void Write(string folder, IProgress<GeneratorProgress>? progress, CancellationToken cancellationToken)
    {
        var seed = RandomNumbers.Mix((ulong)_options.Seed, Version);
        var catalogue = new Catalogue(_options.Songs, RandomNumbers.Mix(seed, 1));
        File.WriteAllBytes(Path.Combine(folder, "log_json_path.json"), LogPaths.Document());
        var songBytes = new SongFiles(catalogue).Write(
            folder,
            _options.Songs,
            (songs, bytes) => progress?.Report(new GeneratorProgress(songs, 0, bytes)),
            cancellationToken);
        using var files = new DayFiles(folder, _options.FirstDay);
        new Listening(_options, catalogue, files, RandomNumbers.Mix(seed, 2)).Run(
            events => progress?.Report(new GeneratorProgress(_options.Songs, events, songBytes + files.Bytes)),
            cancellationToken);
        files.Complete();
        progress?.Report(new GeneratorProgress(_options.Songs, _options.Events, songBytes + files.Bytes));
    }
}
