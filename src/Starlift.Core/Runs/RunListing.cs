using Starlift.Errors;
using Starlift.History;
using Starlift.Objects;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Runs;

/// <summary>
/// The objects of a project's loads, listed one load after the other from <see cref="Begin"/> on, so that whoever still has to open the
/// target does not wait for both. Disposing ends it.
/// </summary>
public sealed class RunListing : IAsyncDisposable
{
    readonly IObjectStore _store;
    readonly TimeProvider _time;
    readonly long _began;
    readonly CancellationTokenSource _end;
    readonly List<(StepRecord Step, bool IsDone)> _steps = [];
    readonly Task<IReadOnlyDictionary<string, IReadOnlyList<ObjectVersion>>> _listings;
    readonly Lock _gate = new();
    readonly List<(Load Load, long Objects)> _untold = [];
    Action<Load, long>? _found;

    RunListing(IReadOnlyList<Load> loads, IObjectStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        _store = store;
        _time = time;
        _began = time.GetTimestamp();
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Loads = loads;
        BeganAt = time.GetUtcNow().UtcDateTime;
        _listings = Task.Run(ListAsync, CancellationToken.None);
    }

    /// <summary>What is listed, in the project's order.</summary>
    internal IReadOnlyList<Load> Loads { get; }

    /// <summary>UTC.</summary>
    internal DateTime BeganAt { get; }

    /// <summary>By load, the fingerprint of its JSONPaths file where that could be read; known when it has ended.</summary>
    internal Dictionary<string, string> JsonPaths { get; } = [];

    internal TimeSpan Elapsed => _time.GetElapsedTime(_began);

    /// <param name="project">Whose loads.</param>
    /// <param name="options">Which of them.</param>
    /// <param name="store">Where their objects are.</param>
    /// <param name="time">Tells how long it takes.</param>
    /// <param name="cancellationToken">Ends it too.</param>
    /// <exception cref="ConfigurationException">The options select a load that the project does not have.</exception>
    public static RunListing Begin(Project project, RunOptions options, IObjectStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var names = project.Loads.Select(load => load.Name).ToList();
        return options.Select.FirstOrDefault(name => !names.Contains(name)) is { } unknown
            ? throw new ConfigurationException(
                $"the project has no load '{unknown}'", hint: NearMiss.Hint(unknown, names) ?? $"its loads are {string.Join(", ", names)}")
            : new RunListing(
                [.. project.Loads.Where(load => options.Select.Count == 0 || options.Select.Contains(load.Name))], store, time, cancellationToken);
    }

    /// <summary>Waits until it has ended.</summary>
    /// <param name="found">Is told how many objects of a load have been found so far, before it was asked too.</param>
    /// <param name="steps">Is given a step for each load, of a failed listing those so far.</param>
    /// <returns>By the load's name.</returns>
    /// <exception cref="StarliftException">A load's objects can't be listed.</exception>
    internal async Task<IReadOnlyDictionary<string, IReadOnlyList<ObjectVersion>>> WaitAsync(Action<Load, long> found, RunSteps steps)
    {
        lock (_gate)
        {
            _untold.ForEach(untold => found(untold.Load, untold.Objects));
            _found = found;
        }

        try
        {
            return await _listings;
        }
        finally
        {
            _steps.ForEach(ended => steps.Add(ended.Step, ended.IsDone));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await ((Task)_listings).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    async Task<IReadOnlyDictionary<string, IReadOnlyList<ObjectVersion>>> ListAsync()
    {
        var listings = new Dictionary<string, IReadOnlyList<ObjectVersion>>();
        foreach (var load in Loads)
        {
            listings.Add(load.Name, await ListAsync(load));
            await ReadPathsAsync(load);
        }

        return listings;
    }

    // Where it can't be read, the COPY says so, if there is anything to load.
    async Task ReadPathsAsync(Load load)
    {
        try
        {
            if (await SmallObject.JsonPathsOfAsync(_store, load.Copy, _end.Token) is { } text)
            {
                JsonPaths.Add(load.Name, Fingerprint.OfJson(text));
            }
        }
        catch (StarliftException)
        {
        }
    }

    async Task<IReadOnlyList<ObjectVersion>> ListAsync(Load load)
    {
        var startedAt = _time.GetUtcNow().UtcDateTime;
        var started = _time.GetTimestamp();
        IReadOnlyList<ObjectVersion>? objects = null;
        try
        {
            return objects = await ObjectListing.ListAsync(_store, load.Copy, objects => Tell(load, objects), _end.Token);
        }
        finally
        {
            var step = new StepRecord
            {
                Kind = StepKind.List,
                Name = load.Name,
                StartedAt = startedAt,
                Duration = _time.GetElapsedTime(started),
                RowsRead = objects?.Count ?? 0,
            };
            _steps.Add((step, objects is not null));
        }
    }

    void Tell(Load load, long objects)
    {
        lock (_gate)
        {
            if (_found is null)
            {
                _untold.Add((load, objects));
            }
            else
            {
                _found(load, objects);
            }
        }
    }
}
