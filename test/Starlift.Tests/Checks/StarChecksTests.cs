using Starlift.Checks;
using Starlift.Errors;
using Starlift.Tests.Runs;

namespace Starlift.Tests.Checks;

public sealed class StarChecksTests
{
    [Fact]
    public async Task A_key_twice_is_told_with_examples()
    {
        await using var runs = Arrivals("""{"id":1}{"id":1}{"id":2}{"id":3}{"id":3}{"id":3}""").Star("things", "id int primary key", "select id from arrivals");
        Assert.Equal(
            "model things yields several rows with the same key (id): id = 1, rows_with_this_key = 2; id = 3, rows_with_this_key = 3", await FailAsync(runs));
        Assert.Equal(["2"], await runs.QueryAsync("select violations from starlift.checks where outcome = 'failed'"));
    }

    [Fact]
    public async Task A_key_twice_beside_one_that_says_what_the_table_says_is_told()
    {
        await using var runs = Arrivals("""{"id":1,"name":"a"}""").Star("things", "id int primary key, name varchar(10)", "select id, name from arrivals");
        await runs.RunAsync();
        runs.Add("data/2.json", """{"id":1,"name":"a"}{"id":1,"name":"b"}""");
        Assert.Equal("model things yields several rows with the same key (id): id = 1, rows_with_this_key = 2", await FailAsync(runs));
        Assert.Equal(["1|a"], await runs.QueryAsync("select * from things"));
    }

    [Fact]
    public async Task A_key_that_the_table_itself_has_twice_is_told()
    {
        await using var runs = Arrivals("""{"id":1,"name":"a"}""").Star("things", "id int primary key, name varchar(10)", "select id, name from arrivals");
        await runs.RunAsync();
        await runs.ExecuteAsync("insert into things values (1, 'z')");
        runs.Add("data/2.json", """{"id":1,"name":"a"}""");
        var error = await Assert.ThrowsAsync<ChecksFailedException>(() => runs.RunAsync());
        Assert.EndsWith("starlift check tells whether the table itself has it twice", error.Hint);
    }

    [Fact]
    public async Task A_key_that_SELECT_DISTINCT_yields_once_is_told_where_it_is_NULL()
    {
        await using var runs = Arrivals("""{"id":1}{"id":1}{"name":"b"}""").Star("things", "id int unique", "select distinct id from arrivals");
        Assert.Equal("model things yields rows whose key (id) is NULL: id = NULL", await FailAsync(runs));
    }

    [Fact]
    public async Task A_key_that_is_distinct_until_it_is_stored_is_told()
    {
        await using var runs = ScratchRuns.With("price double precision").Add("data/1.json", """{"price":1.2}{"price":1.3}""")
            .Star("things", "price decimal(8, 0) primary key", "select distinct price from arrivals");
        Assert.Equal("model things yields several rows with the same key (price): price = 1, rows_with_this_key = 2", await FailAsync(runs));
    }

    [Fact]
    public async Task A_key_that_is_NULL_is_told()
    {
        await using var runs = Arrivals("""{"id":1,"name":"a"}{"name":"b"}""").Star("things", "id int unique, name varchar(10)", "select id, name from arrivals");
        Assert.Equal("model things yields rows whose key (id) is NULL: id = NULL, name = 'b'", await FailAsync(runs));
    }

    [Fact]
    public async Task NULL_where_the_table_takes_none_is_told_in_new_rows()
    {
        await using var runs = Arrivals("""{"id":1,"name":"a"}{"id":2}""")
            .Star("things", "id int primary key, name varchar(10) not null", "select id, name from arrivals");
        Assert.Equal("things.name is NOT NULL, and the model yields NULL: id = 2, name = NULL", await FailAsync(runs));
    }

    [Fact]
    public async Task NULL_where_the_table_takes_none_is_told_in_changed_rows()
    {
        await using var runs = Arrivals("""{"id":1,"name":"a"}""")
            .Star("things", "id int primary key, name varchar(10) not null", "select id, name from arrivals");
        await runs.RunAsync();
        runs.Add("data/2.json", """{"id":1}""");
        Assert.Equal("things.name is NOT NULL, and the model yields NULL: id = 1, name = NULL", await FailAsync(runs));
        Assert.Equal(["1|a"], await runs.QueryAsync("select * from things"));
    }

    [Fact]
    public async Task A_reference_to_what_is_not_there_is_told()
    {
        await using var runs = Arrivals("""{"id":1,"ref":1}{"id":2,"ref":9}{"id":3}""")
            .Star("parents", "id int primary key", "select id from arrivals where id = 1")
            .Star("things", "id int primary key, parent int references parents (id)", "select id, ref as parent from arrivals");
        Assert.Equal("things (parent) refers to parents, which has no such row: parent = 9", await FailAsync(runs));
    }

    [Fact]
    public async Task A_composite_reference_is_found_as_a_whole_and_without_named_columns()
    {
        await using var runs = Arrivals("""{"id":1,"ref":1}{"id":2,"ref":1}""")
            .Star("parents", "a int, b int, primary key (a, b)", "select id as a, ref as b from arrivals where id = 1")
            .Star("things", "id int primary key, b int, foreign key (id, b) references parents", "select id, ref as b from arrivals");
        Assert.Equal("things (id, b) refers to parents, which has no such row: id = 2, b = 1", await FailAsync(runs));
    }

    [Fact]
    public async Task A_row_may_refer_to_another_of_the_same_table_that_comes_with_it()
    {
        await using var runs = Arrivals("""{"id":2,"ref":1}{"id":1}""")
            .Star("things", "id int primary key, parent int references things (id)", "select id, ref as parent from arrivals");
        await runs.RunAsync();
        runs.Add("data/2.json", """{"id":4,"ref":3}{"id":3,"ref":1}""");
        await runs.RunAsync();
        Assert.Equal(["4"], await runs.QueryAsync("select count(*) from things"));
        runs.Add("data/3.json", """{"id":5,"ref":6}""");
        Assert.Equal("things (parent) refers to things, which has no such row: parent = 6", await FailAsync(runs));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_table_is_told_at_once()
    {
        await using var runs = Arrivals("""{"id":1,"ref":9}""")
            .Star("parents", "id int primary key", "select id from arrivals")
            .Star("things", "id int primary key, name varchar(10) not null, parent int references parents (id)", "select id, name, ref as parent from arrivals");
        var (exitCode, problems) = await runs.FailAsync();
        Assert.Equal(ExitCode.ChecksFailed, exitCode);
        Assert.Equal(2, problems.Count);
    }

    static ScratchRuns Arrivals(string records) => ScratchRuns.With("id int, name varchar(10), ref int").Add("data/1.json", records);

    static async Task<string> FailAsync(ScratchRuns runs)
    {
        var (exitCode, problems) = await runs.FailAsync();
        Assert.Equal(ExitCode.ChecksFailed, exitCode);
        return Assert.Single(problems);
    }
}
