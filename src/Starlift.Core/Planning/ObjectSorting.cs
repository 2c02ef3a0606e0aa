using Starlift.History;
using Starlift.Objects;
using Starlift.Projects;

namespace Starlift.Planning;

/// <summary>Holds a load's listed objects against the ledger.</summary>
/// <param name="projectFolder">Where relative paths start.</param>
/// <param name="since">Of objects whose key holds a date, only those that reach this day or a later one; null for no bound.</param>
/// <param name="until">Of objects whose key holds a date, only those that reach this day or an earlier one; null for no bound.</param>
/// <param name="reloaded">Objects that are taken as changed.</param>
sealed class ObjectSorting(string projectFolder, DateOnly? since, DateOnly? until, IReadOnlySet<LedgerEntry> reloaded)
{
    /// <param name="load">What is planned.</param>
    /// <param name="listing">The load's objects.</param>
    /// <param name="entries">What it has loaded.</param>
    /// <param name="first">What an earlier COPY than this has loaded is loaded again.</param>
    public LoadPlan Sort(Load load, IReadOnlyList<ObjectVersion> listing, IEnumerable<LedgerEntry> entries, long first) =>
        Sort(load, listing, entries, first, all: false);

    /// <summary>As <see cref="Sort(Load, IReadOnlyList{ObjectVersion}, IEnumerable{LedgerEntry}, long)"/>, where all that was loaded before is loaded again, of whatever day.</summary>
    public LoadPlan SortAll(Load load, IReadOnlyList<ObjectVersion> listing, IEnumerable<LedgerEntry> entries) =>
        Sort(load, listing, entries, long.MaxValue, all: true) with { IsReloaded = true };

    LoadPlan Sort(Load load, IReadOnlyList<ObjectVersion> listing, IEnumerable<LedgerEntry> entries, long first, bool all)
    {
        // A ledger with an object twice does not stop a run, which may mend it; reconcile tells.
        var known = new Dictionary<string, LedgerEntry>(listing.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            known[entry.Uri] = entry;
        }

        var byName = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var names = ObjectNames.Of(load.Copy, projectFolder);
        var space = new char[256];
        List<ObjectVersion> added = [], changed = [], again = [], unchanged = [], left = [];
        List<LedgerEntry> merged = [];
        // A store lists an object once, a manifest as often as somebody wrote it down.
        foreach (var version in load.Copy.Manifest ? OneVersion.Of(listing) : listing)
        {
            var isKnown = byName.Remove(names.Of(version.Uri, ref space), out _, out var loadedBefore);
            var isUnchanged = isKnown && loadedBefore!.Version == version.Version && !(reloaded.Count > 0 && reloaded.Contains(loadedBefore));
            var kind = isUnchanged && loadedBefore!.LoadId >= first ? unchanged
                : !(all && isKnown) && !IsWanted(version) ? left
                : isUnchanged ? again
                : isKnown ? changed
                : added;
            kind.Add(version);
            if (loadedBefore is { IsMerged: true })
            {
                merged.Add(loadedBefore);
            }
        }

        // Of most there is nothing to do but to count them.
        foreach (var kind in (List<ObjectVersion>[])[added, changed, again, left])
        {
            kind.Sort((one, other) => string.CompareOrdinal(one.Uri, other.Uri));
        }

        return new LoadPlan
        {
            Load = load,
            New = added,
            Changed = changed,
            Again = again,
            Unchanged = unchanged,
            Left = left,
            Merged = [.. merged.OrderBy(entry => entry.Uri, StringComparer.Ordinal)],
            Vanished = [.. known.Values.OrderBy(entry => entry.Uri, StringComparer.Ordinal)],
        };
    }

    bool IsWanted(ObjectVersion version) => KeyDate.IsWithin(version.Uri, since, until);
}
