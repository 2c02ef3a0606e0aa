using Starlift.Copying;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Sql;
using Starlift.Tests.Sql;

namespace Starlift.Tests.Runs;

/// <summary>What a run refuses to publish because it does not add up.</summary>
public sealed class LoadFailureTests
{
    static readonly ObjectVersion First = new("s3://b/1", "v", 10);
    static readonly ObjectVersion Second = new("s3://b/2", "v", 10);

    [Fact]
    public void A_load_of_which_everything_is_accounted_for_passes() => Check(Result(rowsLoaded: 3, new(First, 2, 1, 1), new(Second, 2, 2, 0)));

    [Fact]
    public void An_object_that_was_not_read_is_told() =>
        Fails("load t was to read s3://b/2 and did not", Result(rowsLoaded: 1, new ObjectCounts(First, 1, 1, 0)));

    [Fact]
    public void An_object_that_was_read_in_another_version_is_told() =>
        Fails("load t was to read s3://b/2 and did not", Result(rowsLoaded: 2, new(First, 1, 1, 0), new(Second with { Version = "w" }, 1, 1, 0)));

    [Fact]
    public void An_object_that_was_read_in_part_is_told() => Fails(
        "load t did not read s3://b/1 to its end", Result(rowsLoaded: 2, new(First, 1, 1, 0) { IsWhole = false }, new(Second, 1, 1, 0)));

    [Fact]
    public void A_record_that_is_neither_a_row_nor_a_reject_is_told() => Fails(
        "load t read 3 records of s3://b/2, of which 1 are rows and 1 rejects", Result(rowsLoaded: 2, new(First, 1, 1, 0), new(Second, 3, 1, 1)));

    [Fact]
    public void A_row_that_the_warehouse_did_not_take_is_told() =>
        Fails("load t read 2 rows and the warehouse took 1", Result(rowsLoaded: 1, new(First, 1, 1, 0), new(Second, 1, 1, 0)));

    static void Fails(string expected, CopyResult result)
    {
        var error = Assert.Throws<RejectsException>(() => Check(result));
        Assert.Equal(expected, Assert.Single(error.Problems).What);
        Assert.Equal(ExitCode.Rejects, error.ExitCode);
    }

    static void Check(CopyResult result) => LoadFailure.ThrowIfUnaccounted(
        new Load("t", SqlSamples.Parse<CopyStatement>("copy t from 's3://b/' iam_role default json 'auto'")), [First, Second], result);

    static CopyResult Result(long rowsLoaded, params IReadOnlyList<ObjectCounts> objects) =>
        new() { Failed = false, Objects = objects, Rejects = [], RowsLoaded = rowsLoaded };
}
