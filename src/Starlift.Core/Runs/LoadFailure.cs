using Starlift.Copying;
using Starlift.Errors;
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

    /// <exception cref="RejectsException">The warehouse took another number of rows than the records gave.</exception>
    public static void ThrowIfUnaccounted(Load load, CopyResult result)
    {
        var rows = load.Copy.NoLoad ? 0 : result.Objects.Sum(counts => counts.Rows);
        if (result.RowsLoaded != rows)
        {
            throw new RejectsException(new Problem(
                $"load {load.Name} read {rows} rows and the warehouse took {result.RowsLoaded}",
                load.Copy.Source.PlaceOf(load.Copy.Source.Start),
                "nothing was published; please report this"));
        }
    }
}
