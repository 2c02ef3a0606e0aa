using Starlift.Cases;

namespace Starlift.Tests.Cases;

public sealed class SqlCheckFileTests
{
    const string Text = """
        # A file.

        # group: one
        # kind: rule
        statement ok
        create table t (a int);

        statement error out of range|overflow
        insert into t
        values (99999999999);

        # group: two
        # oracle: postgresql
        query IT rowsort
        # names: a, ?column?
        # types: integer, character varying(3)
        select a, b from t
        ----
        1	(empty)
        NULL	x y
        2	·x··

        query I
        select 1 / 0

        statement
        insert into t values (1)
        """;

    [Fact]
    public void Records_are_read_with_their_groups_and_numbers()
    {
        var checks = SqlCheckFile.Read("f", Text);
        Assert.Equal(["f/one/1", "f/one/2", "f/two/1", "f/two/2", "f/two/3"], checks.Select(check => check.Name));
        Assert.Equal(["create table t (a int)", "insert into t\nvalues (99999999999)", "select a, b from t", "select 1 / 0", "insert into t values (1)"], checks.Select(check => check.Sql));
        Assert.Equal([false, true, false, null, null], checks.Select(check => check.Fails));
        Assert.Equal("out of range|overflow", checks[1].ErrorPattern);
        Assert.Equal((true, "IT"), (checks[2].AnyOrder, checks[2].Letters));
        Assert.Equal([["1", ""], [null, "x y"], ["2", " x  "]], checks[2].Rows!);
        Assert.Null(checks[3].Rows);
        Assert.Equal([5, 8, 14, 23, 26], checks.Select(check => check.Line));
        Assert.Equal([false, false, true, true, true], checks.Select(check => check.PostgresAgrees));
        Assert.Equal([false, true, true, true, false], checks.Select(check => check.IsJudged));
        Assert.Equal(["a", "?column?"], checks[2].ColumnNames!);
        Assert.Equal(["integer", "character varying(3)"], checks[2].ColumnTypes!);
        Assert.Null(checks[3].ColumnNames);
    }

    [Fact]
    public void A_record_that_begins_otherwise_is_told() =>
        Assert.Equal("f: 'halt' begins no record", Assert.Throws<FormatException>(() => SqlCheckFile.Read("f", "halt")).Message);

    [Fact]
    public void What_a_query_gives_is_compared_by_its_types()
    {
        var check = SqlCheckFile.Read("f", "query RJT\nselect x\n----\n0.3\t{\"a\": 1, \"b\": [2.0]}\t1.0")[0];
        Assert.Empty(SqlExpectations.Differences(check, Given("0.30000000000000004", "{\"b\":[2],\"a\":1}", "1.0")));
        Assert.Equal("expected \"0.3\",\"{\"a\": 1, \"b\": [2.0]}\",\"1.0\", found \"0.3\",\"[]\",\"1\"", Assert.Single(SqlExpectations.Differences(check, Given("0.3", "[]", "1"))));
        Assert.Equal(["it fails: no"], SqlExpectations.Differences(check, new SqlFact { Name = "f", Sql = "", Error = new FactError("42601", "no") }));
    }

    [Fact]
    public void The_worst_difference_is_the_verdict()
    {
        var check = SqlCheckFile.Read("f", "query I\n# names: a\n# types: integer\nselect x as a;\n----\n1")[0];
        Assert.Equal(SqlVerdict.Passed, SqlExpectations.Judge(check, Given("1") with { Columns = ["a"], Types = ["integer"] }).Verdict);
        Assert.Equal(SqlVerdict.Passed, SqlExpectations.Judge(check, Given("1")).Verdict);
        Assert.Equal(SqlVerdict.WrongTypes, SqlExpectations.Judge(check, Given("1") with { Columns = ["a"], Types = ["bigint"] }).Verdict);
        Assert.Equal(SqlVerdict.WrongNames, SqlExpectations.Judge(check, Given("1") with { Columns = ["x"], Types = ["bigint"] }).Verdict);
        var worst = SqlExpectations.Judge(check, Given("2") with { Columns = ["x"], Types = ["bigint"] });
        Assert.Equal(SqlVerdict.WrongRows, worst.Verdict);
        Assert.Equal(["expected \"1\", found \"2\"", "expected names a, found x", "expected types integer, found bigint"], worst.Differences);
    }

    [Fact]
    public void Floats_are_equal_that_are_near()
    {
        var check = SqlCheckFile.Read("f", "query RT\nselect x;\n----\n3.14159265358979\t1")[0];
        Assert.Empty(SqlExpectations.Differences(check, Given("3.1415926535", "1")));
        Assert.NotEmpty(SqlExpectations.Differences(check, Given("3.14159264", "1")));
        Assert.NotEmpty(SqlExpectations.Differences(check, Given("3.14159265358979", "1.00000000001")));
    }

    [Fact]
    public void Instants_are_equal_in_any_zone()
    {
        var check = SqlCheckFile.Read("f", "query Z\nselect x;\n----\n2020-07-01 08:00:00-04")[0];
        Assert.Empty(SqlExpectations.Differences(check, Given("2020-07-01 12:00:00+00")));
        Assert.NotEmpty(SqlExpectations.Differences(check, Given("2020-07-01 08:00:00+00")));
    }

    [Fact]
    public void What_was_ended_or_broken_is_no_refusal()
    {
        var check = SqlCheckFile.Read("f", "statement error\nselect x;")[0];
        var fact = new SqlFact { Name = "f", Sql = "", Error = new FactError(null, "too long") };
        Assert.Equal(SqlVerdict.Passed, SqlExpectations.Judge(check, fact).Verdict);
        Assert.Equal(SqlVerdict.TimedOut, SqlExpectations.Judge(check, fact with { Ended = SqlVerdict.TimedOut }).Verdict);
        Assert.Equal(SqlVerdict.NotRefused, SqlExpectations.Judge(check, fact with { Error = null }).Verdict);
    }

    [Fact]
    public void Where_nobody_knows_nothing_is_expected()
    {
        var checks = SqlCheckFile.Read("f", "query I\nselect 1 / 0\n\nstatement\nselect 2");
        Assert.All(checks, check => Assert.Empty(SqlExpectations.Differences(check, Given("7"))));
        Assert.All(checks, check => Assert.Empty(SqlExpectations.Differences(check, new SqlFact { Name = "f", Sql = "", Error = new FactError("22012", "Divide by zero") })));
    }

    static SqlFact Given(params IReadOnlyList<string?> row) => new() { Name = "f", Sql = "", Rows = [row] };
}
