using Starlift.Copying;
using Starlift.Objects;

namespace Starlift.Redshift;

/// <summary>
/// Shares what Redshift counted of a whole COPY out among its objects. The rows in total are exact. Those of one object are the lines
/// scanned of it without its rejects where that adds up, and else an estimate in proportion.
/// </summary>
static class RedshiftCounts
{
    /// <param name="objects">That were loaded.</param>
    /// <param name="lines">Lines scanned, by uri.</param>
    /// <param name="rejects">Of the load.</param>
    /// <param name="rows">Of the load.</param>
    public static IReadOnlyList<ObjectCounts> Of(
        IReadOnlyList<ObjectVersion> objects, IReadOnlyDictionary<string, long> lines, IReadOnlyList<Reject> rejects, long rows)
    {
        // Redshift may log several columns of one record.
        var rejected = rejects.GroupBy(reject => reject.Object).ToDictionary(
            group => group.Key, group => (long)group.Select(reject => reject.LastLine).Distinct().Count(), StringComparer.Ordinal);
        var wanted = objects.Select(version => Math.Max(0, lines.GetValueOrDefault(version.Uri) - rejected.GetValueOrDefault(version.Uri))).ToList();
        var shares = wanted.Sum() == rows ? wanted : Share(rows, wanted.Sum() > 0 ? wanted : [.. objects.Select(version => version.Size)]);
        return [.. objects.Zip(shares, (version, share) =>
        {
            var errors = rejected.GetValueOrDefault(version.Uri);
            return new ObjectCounts(version, share + errors, share, errors);
        })];
    }

    /// <summary>Whole numbers in proportion to the weights that come to the total.</summary>
    static List<long> Share(long total, List<long> weights)
    {
        var (sum, before, given) = (weights.Sum(), 0L, 0L);
        var shares = new List<long>();
        for (var i = 0; i < weights.Count; i++)
        {
            before += weights[i];
            var upTo = i == weights.Count - 1 ? total : sum == 0 ? 0 : (long)((Int128)total * before / sum);
            shares.Add(upTo - given);
            given = upTo;
        }

        return shares;
    }
}
