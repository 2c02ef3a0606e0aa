using Starlift.Tests.Runs;

namespace Starlift.Tests.Stars;

/// <summary>What merging does to a star table, on a real database: counts are inserted, updated, unchanged, rows.</summary>
public sealed class StarMergeTests
{
    [Fact]
    public async Task Rows_are_inserted_updated_or_left_as_they_are()
    {
        await using var runs = Things();
        Assert.Equal((2, 0, 0, 2), await runs.RunAsync("1.json", """{"id":1,"name":"a"}{"id":2,"name":"b"}"""));
        Assert.Equal((1, 1, 1, 3), await runs.RunAsync("2.json", """{"id":1,"name":"a"}{"id":2,"name":"B"}{"id":3,"name":"c"}"""));
        Assert.Equal(["1|a", "2|B", "3|c"], await runs.QueryAsync("select * from things order by id"));
    }

    [Fact]
    public async Task New_rows_alone_are_inserted()
    {
        await using var runs = Things();
        await runs.RunAsync("1.json", """{"id":1,"name":"a"}""");
        Assert.Equal((2, 0, 0, 3), await runs.RunAsync("2.json", """{"id":2,"name":"b"}{"id":3,"name":"c"}"""));
    }

    [Fact]
    public async Task Changed_rows_alone_are_updated()
    {
        await using var runs = Things();
        await runs.RunAsync("1.json", """{"id":1,"name":"a"}{"id":2,"name":"b"}""");
        Assert.Equal((0, 1, 0, 2), await runs.RunAsync("2.json", """{"id":2,"name":"c"}"""));
        Assert.Equal(["1|a", "2|c"], await runs.QueryAsync("select * from things order by id"));
    }

    [Fact]
    public async Task A_model_without_rows_changes_nothing()
    {
        await using var runs = Things();
        await runs.RunAsync("1.json", """{"id":1,"name":"a"}""");
        runs.Add("models/things.sql", "select id, name from arrivals where id < 2");
        Assert.Equal((0, 0, 0, 1), await runs.RunAsync("2.json", """{"id":2,"name":"b"}"""));
    }

    [Fact]
    public async Task A_model_that_can_have_no_rows_is_not_run_and_its_checks_hold()
    {
        await using var runs = Things().Add("checks/none.sql", "-- description: None.\nselect id, name from changed_things where name = 'b'");
        await runs.RunAsync("1.json", """{"id":1,"name":"a"}""");
        runs.Add("models/things.sql", "select id, name from arrivals where cast('x' || id as int) = 1");
        Assert.Equal((0, 0, 0, 1), await runs.RunAsync("2.json", ""));
        Assert.Equal(["key|passed", "not null|passed", "sql|passed"], await runs.QueryAsync("select kind, outcome from starlift.checks where run_id = 2 order by kind"));
        runs.Add("data/3.json", """{"id":2,"name":"b"}""");
        Assert.Contains("x2", Assert.Single((await runs.FailAsync()).Problems), StringComparison.Ordinal);
        Assert.Equal(["1|a"], await runs.QueryAsync("select id, name from things"));
    }

    [Fact]
    public async Task A_first_run_without_records_leaves_an_empty_star()
    {
        await using var runs = Things().Add("checks/none.sql", "-- description: None.\nselect id, name from changed_things");
        Assert.Equal((0, 0, 0, 0), await runs.RunAsync("1.json", ""));
        Assert.Equal((1, 0, 0, 1), await runs.Remove("checks/none.sql").RunAsync("2.json", """{"id":1,"name":"a"}"""));
    }

    [Fact]
    public async Task Columns_that_the_table_lacks_are_told_of_a_model_that_is_not_run_too()
    {
        await using var runs = Things().Add("models/things.sql", "select id, name, id as more from arrivals").Add("data/1.json", "");
        Assert.Contains("model things yields a column more", Assert.Single((await runs.FailAsync()).Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", "null", 0)]
    [InlineData("null", "\"a\"", 1)]
    [InlineData("\"a\"", "null", 1)]
    [InlineData("\"a\"", "\"A\"", 1)]
    [InlineData("\"\"", "null", 1)]
    [InlineData("\"a\"", "\"a \"", 1)]
    public async Task NULL_differs_from_every_value_and_not_from_itself(string before, string after, long updated)
    {
        await using var runs = Things();
        await runs.RunAsync("1.json", $$"""{"id":1,"name":{{before}}}""");
        Assert.Equal((0, updated, 1 - updated, 1), await runs.RunAsync("2.json", $$"""{"id":1,"name":{{after}}}"""));
    }

    [Fact]
    public async Task A_composite_key_matches_as_a_whole()
    {
        await using var runs = ScratchRuns.With("a int, b int, name varchar(10)")
            .Star("things", "a int, b int, name varchar(10), primary key (a, b)", "select a, b, name from arrivals");
        await runs.RunAsync("1.json", """{"a":1,"b":1,"name":"x"}{"a":1,"b":2,"name":"y"}""");
        Assert.Equal((1, 1, 0, 3), await runs.RunAsync("2.json", """{"a":1,"b":2,"name":"Y"}{"a":2,"b":1,"name":"z"}"""));
        Assert.Equal(["1|1|x", "1|2|Y", "2|1|z"], await runs.QueryAsync("select * from things order by 1, 2"));
    }

    [Fact]
    public async Task A_table_whose_columns_are_all_key_only_grows()
    {
        await using var runs = ScratchRuns.With("a int, b int").Star("pairs", "a int, b int, primary key (a, b)", "select a, b from arrivals");
        await runs.RunAsync("1.json", """{"a":1,"b":1}""");
        Assert.Equal((1, 0, 1, 2), await runs.RunAsync("2.json", """{"a":1,"b":1}{"a":1,"b":2}"""));
        Assert.Equal((0, 0, 2, 2), await runs.RunAsync("3.json", """{"a":1,"b":1}{"a":1,"b":2}"""));
    }

    [Fact]
    public async Task An_update_keeps_the_row_s_identity_and_a_new_row_gets_another()
    {
        await using var runs = ScratchRuns.With("id int, name varchar(10)").Star(
            "things", "thing_key bigint identity(1, 1) primary key, id int, name varchar(10), unique (id)", "select id, name from arrivals");
        await runs.RunAsync("1.json", """{"id":7,"name":"a"}""");
        var before = Assert.Single(await runs.QueryAsync("select thing_key from things"));
        Assert.Equal((1, 1, 0, 2), await runs.RunAsync("2.json", """{"id":7,"name":"b"}{"id":8,"name":"c"}"""));
        Assert.Equal([before], await runs.QueryAsync("select thing_key from things where id = 7 and name = 'b'"));
        Assert.Equal(["2"], await runs.QueryAsync("select count(distinct thing_key) from things"));
    }

    [Fact]
    public async Task A_value_is_compared_as_the_table_stores_it()
    {
        await using var runs = ScratchRuns.With("id int, price double precision")
            .Star("things", "id int primary key, price decimal(8, 2)", "select id, price from arrivals");
        await runs.RunAsync("1.json", """{"id":1,"price":1.234}""");
        Assert.Equal((0, 0, 1, 1), await runs.RunAsync("2.json", """{"id":1,"price":1.2301}"""));
    }

    [Fact]
    public async Task Columns_may_be_reserved_words_and_stand_in_another_order()
    {
        await using var runs = ScratchRuns.With("id int, v varchar(10)")
            .Star("things", "\"order\" int primary key, \"group\" varchar(10)", "select v as \"group\", id as \"order\" from arrivals");
        await runs.RunAsync("1.json", """{"id":1,"v":"a"}""");
        Assert.Equal((1, 1, 0, 2), await runs.RunAsync("2.json", """{"id":1,"v":"b"}{"id":2,"v":"c"}"""));
        Assert.Equal(["1|b", "2|c"], await runs.QueryAsync("select \"order\", \"group\" from things order by 1"));
    }

    static ScratchRuns Things() => ScratchRuns.With("id int, name varchar(10)")
        .Star("things", "id int primary key, name varchar(10)", "select id, name from arrivals");
}
