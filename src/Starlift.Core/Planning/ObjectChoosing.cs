using Starlift.Errors;
using Starlift.History;
using Starlift.Objects;
using Starlift.Projects;

namespace Starlift.Planning;

/// <summary>Finds the objects of the ledger that the options of a run name.</summary>
/// <param name="project">Whose loads.</param>
/// <param name="ledger">What they have loaded.</param>
/// <param name="listings">By load, the objects that are there.</param>
sealed class ObjectChoosing(Project project, IReadOnlyList<LedgerEntry> ledger, IReadOnlyDictionary<string, IReadOnlyList<ObjectVersion>> listings)
{
    readonly IReadOnlyDictionary<string, ObjectNames> _names = ObjectNames.Of(project);

    /// <param name="options">Of the run.</param>
    /// <param name="loads">Those of the run that is to be undone; null for none.</param>
    /// <exception cref="ConfigurationException">No object of the ledger is meant, or nothing tells which.</exception>
    public ObjectChoice Of(RunOptions options, RunLoads? loads)
    {
        var undone = loads is not null ? OfRun(loads) : options.Undo.SelectMany(Named);
        return options.Reload is null ? new ObjectChoice(undone.ToHashSet(), new HashSet<LedgerEntry>()) : new ObjectChoice(new HashSet<LedgerEntry>(), Reloaded(options, options.Reload));
    }

    List<LedgerEntry> OfRun(RunLoads loads)
    {
        var own = ledger.Where(entry => loads.Numbers.GetValueOrDefault(entry.Load, -1) == entry.LoadId).ToList();
        if (own.Count == 0)
        {
            throw new ConfigurationException(
                $"nothing that run {loads.RunId} has loaded is in the star: it loaded nothing, or later runs have loaded it again", hint: "starlift runs lists the runs, starlift ledger LOAD the objects");
        }

        // A run that builds tables anew loads all objects again, and leaves no entry of an earlier load but those of vanished objects.
        return own.Select(entry => entry.Load).Distinct().FirstOrDefault(load => loads.HasEarlier(load) && !IsThereEarlier(load, loads.Numbers[load])) is { } load
            ? throw new ConfigurationException(
                $"run {loads.RunId} may have loaded again what earlier runs had loaded for {load}, and nothing tells what it brought itself",
                hint: "name the objects: starlift undo OBJECT; starlift ledger LOAD lists them")
            : own;
    }

    bool IsThereEarlier(string load, long number)
    {
        var there = listings.GetValueOrDefault(load, []).Select(version => _names[load].Of(version.Uri)).ToHashSet(StringComparer.Ordinal);
        return ledger.Any(entry => entry.Load == load && entry.LoadId < number && there.Contains(entry.Uri));
    }

    List<LedgerEntry> Named(string word)
    {
        var named = ledger.Where(entry => UrisOf(entry).Contains(word, StringComparer.Ordinal)).ToList();
        return named.Count > 0 ? named : throw NotLoaded(word);
    }

    HashSet<LedgerEntry> Reloaded(RunOptions options, IReadOnlyList<string> words)
    {
        if (words.FirstOrDefault(word => !ledger.Any(entry => BeginsWith(entry, word))) is { } unknown)
        {
            throw NotLoaded(unknown);
        }

        var reloaded = ledger.Where(entry => KeyDate.IsWithin(entry.Uri, options.Since, options.Until) && (words.Count == 0 || words.Any(word => BeginsWith(entry, word)))).ToHashSet();
        return reloaded.Count > 0 ? reloaded : throw new ConfigurationException("nothing of that period was loaded", hint: "starlift ledger LOAD lists the objects");
    }

    bool BeginsWith(LedgerEntry entry, string word) => UrisOf(entry).Any(uri => uri.StartsWith(word, StringComparison.Ordinal));

    // As the ledger names it, as it is called now, and as a file is called from the project's folder.
    string[] UrisOf(LedgerEntry entry)
    {
        var whole = _names[entry.Load].UriOf(entry.Uri);
        return
        [
            entry.Uri, whole, Path.IsPathRooted(whole) ? Path.GetRelativePath(project.Folder, whole) : whole,
            Path.IsPathRooted(whole) ? Path.GetRelativePath(project.CurrentFolder, whole) : whole,
        ];
    }

    ConfigurationException NotLoaded(string word) => new(
        $"no load has loaded '{word}'",
        hint: NearMiss.Hint(word, [.. ledger.Select(entry => entry.Uri)]) ?? "starlift ledger LOAD lists the objects");
}
