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
        query IT rowsort
        # types: integer, varchar
        select a, b from t
        ----
        1	(empty)
        NULL	x y

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
        Assert.Equal((true, "IT"), (checks[2].AnyOrder, checks[2].Types));
        Assert.Equal([["1", ""], [null, "x y"]], checks[2].Rows!);
        Assert.Null(checks[3].Rows);
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
    public void Where_nobody_knows_nothing_is_expected()
    {
        var checks = SqlCheckFile.Read("f", "query I\nselect 1 / 0\n\nstatement\nselect 2");
        Assert.All(checks, check => Assert.Empty(SqlExpectations.Differences(check, Given("7"))));
        Assert.All(checks, check => Assert.Empty(SqlExpectations.Differences(check, new SqlFact { Name = "f", Sql = "", Error = new FactError("22012", "Divide by zero") })));
    }

    static SqlFact Given(params IReadOnlyList<string?> row) => new() { Name = "f", Sql = "", Rows = [row] };
}
