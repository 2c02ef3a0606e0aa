using Starlift.Cases;

namespace Starlift.Tests.Cases;

public sealed class FactComparisonTests
{
    static readonly ConformanceCase Case = ConformanceCases.Embedded().Single(one => one.Name == "super-keeps-types");

    static CaseFact Loaded => new()
    {
        Name = Case.Name, Digest = Case.Digest, RowsLoaded = 1, Columns = ["id", "v"], Rows = [["1", "{\"a\": 1, \"b\": 2}"]],
    };

    static CaseFact Failed => Loaded with
    {
        Outcome = CaseFact.LoadError, RowsLoaded = null, Rows = [],
        Error = new FactError("XX000", "Load into table 'boats' failed.  Check 'sys_load_error_detail' system table for details."),
        LoadErrors = [new Dictionary<string, string> { ["filename"] = "s3://harbour/boats", ["err_code"] = "1204", ["err_reason"] = "Overflow" }],
    };

    static CaseFact FailedHere => Failed with
    {
        Error = new FactError(null, "Load into table 'boats' failed.  Check 'stl_load_errors' system table for details.  s3://harbour/boats:1: Overflow"),
        LoadErrors = [new Dictionary<string, string>(Failed.LoadErrors[0]) { ["raw_line"] = "{}", ["colname"] = "id" }],
    };

    [Fact]
    public void Equal_facts_are_the_same_however_JSON_and_rows_are_written() =>
        Assert.Empty(FactComparison.Differences(Case, Loaded, Loaded with { Rows = [["1", "{\"b\":2,\"a\":1}"]] }));

    [Fact]
    public void A_row_that_only_one_has_is_told() => Assert.Equal(
        ["rows loaded: 1 on the cluster, 2 here", "row too many: \"2\",\\N"],
        FactComparison.Differences(Case, Loaded, Loaded with { RowsLoaded = 2, Rows = [.. Loaded.Rows, ["2", null]] }));

    [Fact]
    public void Another_outcome_is_told_with_its_errors() => Assert.Equal(
        [$"outcome: success on the cluster, load_error ({FailedHere.Error!.Message}) here"], FactComparison.Differences(Case, Loaded, FailedHere));

    [Fact]
    public void Failed_loads_are_compared_by_what_both_views_tell() => Assert.Empty(FactComparison.Differences(Case, Failed, FailedHere));

    [Fact]
    public void Another_code_of_an_error_is_told() => Assert.Equal(
        ["error row missing: \"s3://harbour/boats\",\"1222\",\"Overflow\"", "error row too many: \"s3://harbour/boats\",\"1204\",\"Overflow\""],
        FactComparison.Differences(Case, Failed with { LoadErrors = [new Dictionary<string, string>(Failed.LoadErrors[0]) { ["err_code"] = "1222" }] }, FailedHere));

    [Fact]
    public void Another_text_of_a_failed_load_is_told() => Assert.StartsWith(
        "message: 'Nothing was loaded' on the cluster",
        Assert.Single(FactComparison.Differences(Case, Failed with { Error = new FactError("XX000", "Nothing was loaded") }, FailedHere)));

    [Fact]
    public void A_table_that_only_one_has_is_told() =>
        Assert.Single(FactComparison.Differences(Case, Loaded, Loaded with { Columns = null, Rows = [] }));

    [Fact]
    public void Rows_of_SQL_and_errors_are_compared()
    {
        var check = new SqlCheck("f", "g", 1, "select 1") { Letters = "I" };
        var one = new SqlFact { Name = check.Name, Sql = check.Sql, Columns = ["?column?"], Rows = [["1"]] };
        Assert.Empty(SqlExpectations.Differences(check, one, one with { Columns = ["other"] }));
        Assert.Equal(["expected \"1\", found \"2\""], SqlExpectations.Differences(check, one, one with { Rows = [["2"]] }));
        var failed = one with { Error = new FactError("22012", "Divide by zero"), Rows = [] };
        Assert.Equal(["on the cluster it fails (22012: Divide by zero), here it does not"], SqlExpectations.Differences(check, failed, one));
        Assert.Equal(["on the cluster it does not fail, here it does: Divide by zero"], SqlExpectations.Differences(check, one, failed));
        Assert.Empty(SqlExpectations.Differences(check, failed, failed with { Error = new FactError(null, "other words") }));
    }
}
