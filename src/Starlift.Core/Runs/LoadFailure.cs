using Starlift.Copying;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Runs;

/// <summary>What is said of a load that failed on its data.</summary>
static class LoadFailure
{
    /// <summary>More kinds of rejects are no sentence.</summary>
    const int MostKinds = 5;

    public static RejectsException Of(CopyStatement copy, CopyResult result)
    {
        var rejects = result.Rejects.ToList();
        var first = rejects.MinBy(reject => (reject.Object, reject.FirstLine));
        var where = first is null
            ? ""
            : $"  {first.Object}:{first.LastLine}{(first.Column.Length > 0 ? $", column {first.Column}" : "")}: {first.Reason}{Others(first, rejects)}";
        return new RejectsException(new Problem(
            $"{CopyMessages.Of(copy, result)[0]}{where}",
            copy.Source.PlaceOf(copy.Source.Start),
            RejectHints.Of(copy, first)));
    }

    /// <summary>Other kinds of rejects that were met before the load was given up.</summary>
    static string Others(Reject first, List<Reject> rejects)
    {
        var kinds = rejects
            .Where(reject => (reject.Column, reject.Code) != (first.Column, first.Code))
            .GroupBy(reject => (reject.Column, reject.Code))
            .OrderByDescending(kind => kind.Count())
            .Select(kind => $"{(kind.Key.Column.Length > 0 ? $"column {kind.Key.Column}: " : "")}{kind.First().Reason} ({kind.Count()})")
            .ToList();
        return kinds.Count == 0 ? "" : $"; and {string.Join("; ", kinds.Take(MostKinds))}{(kinds.Count > MostKinds ? $"; and {kinds.Count - MostKinds} more kinds" : "")}";
    }

    /// <param name="load">What was loaded.</param>
    /// <param name="objects">What it was to read.</param>
    /// <param name="result">What came of it; no failed load's.</param>
    /// <exception cref="RejectsException">An object, a record or a row of the load is unaccounted for.</exception>
    public static void ThrowIfUnaccounted(Load load, IReadOnlyList<ObjectVersion> objects, CopyResult result)
    {
        if (Unaccounted(load, objects, result) is { } what)
        {
            throw new RejectsException(new Problem(what, load.Copy.Source.PlaceOf(load.Copy.Source.Start), "nothing was published; please report this"));
        }
    }

    static string? Unaccounted(Load load, IReadOnlyList<ObjectVersion> objects, CopyResult result)
    {
        var read = result.Objects.Select(counts => counts.Object);
        if (!read.SequenceEqual(objects) && objects.Except(read).FirstOrDefault() is { } unread)
        {
            return $"load {load.Name} was to read {unread.Uri} and did not";
        }

        if (result.Objects.FirstOrDefault(counts => !counts.IsWhole) is { } part)
        {
            return $"load {load.Name} did not read {part.Object.Uri} to its end";
        }

        if (result.Objects.FirstOrDefault(counts => counts.Records != counts.Rows + counts.Rejects) is { } lossy)
        {
            return $"load {load.Name} read {lossy.Records} records of {lossy.Object.Uri}, of which {lossy.Rows} are rows and {lossy.Rejects} rejects";
        }

        var rows = load.Copy.NoLoad ? 0 : result.Objects.Sum(counts => counts.Rows);
        return result.RowsLoaded == rows ? null : $"load {load.Name} read {rows} rows and the warehouse took {result.RowsLoaded}";
    }
}
