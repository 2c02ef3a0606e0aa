using Starlift.Copying;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Runs;

/// <summary>What is said of a load that failed on its data.</summary>
static class LoadFailure
{
    public static RejectsException Of(CopyStatement copy, CopyResult result)
    {
        var first = result.Rejects.MinBy(reject => (reject.Object, reject.FirstLine));
        var where = first is null
            ? ""
            : $"  {first.Object}:{first.LastLine}{(first.Column.Length > 0 ? $", column {first.Column}" : "")}: {first.Reason}";
        return new RejectsException(new Problem(
            $"{CopyMessages.Of(copy, result)[0]}{where}",
            copy.Source.PlaceOf(copy.Source.Start),
            "mend the record and run again, or allow bad records with MAXERROR; starlift rejects shows them"));
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
