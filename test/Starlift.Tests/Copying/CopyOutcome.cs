using Starlift.Copying;

namespace Starlift.Tests.Copying;

/// <summary>What came of a sample COPY; rows are values parted by |.</summary>
sealed record CopyOutcome(IReadOnlyList<string> Rows, IReadOnlyList<Reject> Rejects, CopyResult Result)
{
    public Reject Reject => Assert.Single(Rejects);

    public string Row => Assert.Single(Rows);

    public static CopyOutcome Of(IReadOnlyList<string> rows, CopyResult result)
    {
        var outcome = new CopyOutcome(rows, [.. result.Rejects], result);
        Assert.Equal(outcome.Rejects.Count, result.RejectCount);
        Assert.All(result.Objects, counts => Assert.Equal(counts.Records, counts.Rows + counts.Rejects));
        if (!result.Failed)
        {
            Assert.Equal(rows.Count, result.Objects.Sum(counts => counts.Rows));
        }

        return outcome;
    }

    /// <summary>Rows and rejects in an order that does not depend on who read them when.</summary>
    public string Summary() => string.Join(
        '\n',
        [
            $"failed: {Result.Failed}",
            .. Rows.Order(StringComparer.Ordinal),
            .. Rejects
                .OrderBy(reject => reject.Object, StringComparer.Ordinal)
                .ThenBy(reject => reject.ByteOffset)
                .Select(reject => reject.ToString()),
        ]);
}
