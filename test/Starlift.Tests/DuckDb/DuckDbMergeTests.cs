using DuckDB.NET.Data;

namespace Starlift.Tests.DuckDb;

/// <summary>The examples of the page "MERGE" of Amazon Redshift, and its rules.</summary>
public sealed class DuckDbMergeTests
{
    const string Tables = """
        create table target (id int, name char(10));
        create table source (id int, name char(10));
        insert into target values (101, 'Bob'), (102, 'John'), (103, 'Susan');
        insert into source values (102, 'Tony'), (103, 'Alice'), (104, 'Bill');
        """;

    const string UpdateOrInsert = """
        merge into target using source on target.id = source.id
        when matched then update set id = source.id, name = source.name
        when not matched then insert values (source.id, source.name);
        """;

    [Fact]
    public void Matches_are_updated_and_the_rest_inserted() =>
        Assert.Equal(["101, Bob", "102, Tony", "103, Alice", "104, Bill"], Merged(UpdateOrInsert));

    [Fact]
    public void Matches_are_deleted_and_the_rest_inserted() => Assert.Equal(["101, Bob", "105, David"], Merged(UpdateOrInsert + """
        insert into source values (105, 'David');
        merge into target using source on target.id = source.id
        when matched then delete when not matched then insert values (source.id, source.name);
        """));

    [Fact]
    public void Removing_duplicates_replaces_matches_and_collapses_them() => Assert.Equal(
        ["101, Bob", "102, Tony", "103, Alice", "104, Bill"],
        Merged("insert into target values (103, 'Nikki'); merge into target using source on target.id = source.id remove duplicates"));

    [Fact]
    public void Removing_duplicates_leaves_those_that_match_nothing() => Assert.Equal(
        ["101, Bob", "101, Daisy", "102, Tony", "103, Alice", "104, Bill"],
        Merged("insert into target values (101, 'Daisy'); merge into target using source on target.id = source.id remove duplicates"));

    [Theory]
    [InlineData("when matched then update set name = source.name when not matched then insert values (source.id, source.name)")]
    [InlineData("when matched then delete when not matched then insert values (source.id, source.name)")]
    [InlineData("remove duplicates")]
    public void A_target_row_that_matches_twice_is_an_error(string clauses)
    {
        using var session = new DuckDbSession();
        session.Run(Tables + "insert into source values (102, 'Again')");

        var error = Assert.Throws<DuckDBException>(() => session.Run($"merge into target using source on target.id = source.id {clauses}"));

        Assert.Contains("Found multiple matches to update the same tuple.", error.Message, StringComparison.Ordinal);
        Assert.Equal(["3"], session.Query("select count(*) from target"));
    }

    [Fact]
    public void Equal_target_rows_that_match_one_source_row_are_no_error() =>
        Assert.Equal(["101, Bob", "102, Tony", "102, Tony", "103, Alice", "104, Bill"], Merged("insert into target values (102, 'Jim');" + UpdateOrInsert));

    [Fact]
    public void A_null_key_matches_nothing_and_is_inserted() => Assert.Equal(
        ["101, Bob", "102, Tony", "103, Alice", "104, Bill", "NULL, x", "NULL, y"],
        Merged("insert into source values (null, 'x'), (null, 'y');" + UpdateOrInsert));

    [Fact]
    public void The_target_may_have_a_schema_and_the_source_may_be_a_query() => Assert.Equal(
        ["101, Bob", "102, tony", "103, alice", "104, bill"],
        Merged("""
            merge into public.target using (select nvl(id, 0) as id, lower(name) as name from source) as s on target.id = s.id
            when matched then update set name = s.name when not matched then insert (name, id) values (s.name, s.id)
            """));

    static IReadOnlyList<string> Merged(string sql)
    {
        using var session = new DuckDbSession();
        session.Run(Tables + sql);
        return session.Query("select id, trim(name) from target order by 1 nulls last, 2");
    }
}
