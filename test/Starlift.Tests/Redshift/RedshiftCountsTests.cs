using Starlift.Copying;
using Starlift.Objects;
using Starlift.Redshift;

namespace Starlift.Tests.Redshift;

public sealed class RedshiftCountsTests
{
    static readonly ObjectVersion[] Objects = [new("s3://b/1", "1", 100), new("s3://b/2", "1", 300), new("s3://b/3", "1", 0)];

    [Fact]
    public void Lines_without_rejects_are_the_rows_of_an_object_where_that_adds_up() => Assert.Equal(
        [(3, 2, 1), (5, 5, 0), (0, 0, 0)], Of(rows: 7, [Reject("s3://b/1", 2), Reject("s3://b/1", 2)], ("s3://b/1", 3), ("s3://b/2", 5)));

    [Fact]
    public void Rows_are_shared_out_in_proportion_where_lines_are_not_records() => Assert.Equal(
        [(3, 3, 0), (7, 7, 0), (0, 0, 0)], Of(rows: 10, [], ("s3://b/1", 30), ("s3://b/2", 70)));

    [Fact]
    public void Sizes_stand_in_for_lines_where_there_are_none() => Assert.Equal([(2, 2, 0), (8, 8, 0), (0, 0, 0)], Of(rows: 10, []));

    static IEnumerable<(int, int, int)> Of(long rows, IReadOnlyList<Reject> rejects, params (string Uri, long Lines)[] lines) =>
        RedshiftCounts.Of(Objects, lines.ToDictionary(line => line.Uri, line => line.Lines), rejects, rows)
            .Select(counts => ((int)counts.Records, (int)counts.Rows, (int)counts.Rejects));

    static Reject Reject(string uri, long line) => new()
    {
        Object = uri, FirstLine = line, LastLine = line, ByteOffset = 0, Column = "a", Type = "int4", Length = "", Position = 0,
        Code = LoadErrorCode.InvalidDigit, Reason = "", RawRecord = "", RawValue = "",
    };
}
