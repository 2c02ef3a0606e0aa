using CsCheck;
using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Tests.Sql;

public sealed class SqlScriptTests
{
    [Fact]
    public void Statements_are_parted_by_semicolons_outside_strings_and_comments()
    {
        const string Sql = """
            -- first; not a statement
            select ';' /* ; */ ;;
            select $$ ; $$;
            select ";"
            """;

        Assert.Equal(["select ';'", "select $$ ; $$", "select \";\""], SqlScript.Parse("a.sql", Sql).Select(statement => statement.Source.Sql));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ; -- nothing\n;")]
    public void A_text_without_statements_has_none(string sql) => Assert.Empty(SqlScript.Parse("a.sql", sql));

    [Theory]
    [InlineData("create table t (i int)", typeof(CreateTable))]
    [InlineData("create table t (i) as select 1", typeof(OtherStatement))]
    [InlineData("create temp table t distkey(a) as (select 1 as a)", typeof(OtherStatement))]
    [InlineData("create view v as select 1", typeof(OtherStatement))]
    [InlineData("copy t from 's3://b/k' json", typeof(CopyStatement))]
    [InlineData("comment on table t is 'x'", typeof(CommentOn))]
    [InlineData("comment on view t is 'x'", typeof(OtherStatement))]
    [InlineData("DROP TABLE t", typeof(DropTable))]
    [InlineData("drop view v", typeof(OtherStatement))]
    [InlineData("merge into t using s on t.a = s.a remove duplicates", typeof(OtherStatement))]
    public void The_first_words_tell_what_a_statement_is(string sql, Type type) => Assert.IsType(type, Assert.Single(SqlScript.Parse("a.sql", sql)));

    [Fact]
    public void The_text_of_a_statement_ends_with_its_last_word()
    {
        var statements = SqlScript.Parse("a.sql", "select 1 ; select 2 -- two");

        Assert.Equal(["select 1", "select 2"], statements.Select(statement => statement.Source.Sql));
    }

    [Fact]
    public void All_problems_of_a_script_are_told_at_once()
    {
        var error = Assert.Throws<ConfigurationException>(() => SqlScript.Parse("a.sql", "drop table;\nselect 1;\ncreate table t (i itn)"));

        Assert.Equal(
            ["a.sql:1:11: expected a table name but found the end of the statement", "a.sql:3:19: type \"itn\" does not exist"],
            error.Problems.Select(problem => problem.ToString()));
        Assert.Equal("did you mean 'int'?", error.Problems[1].Hint);
    }

    [Fact]
    public void Any_text_is_parsed_or_refused_with_a_place() => SqlSamples.NearlySql.Sample(sql => SqlSamples.Survives(() => SqlScript.Parse("a.sql", sql)));

    [Theory]
    [InlineData("(", "1")]
    [InlineData("case when true then ", "1")]
    [InlineData("[", "1")]
    [InlineData("(select ", "1")]
    [InlineData("nvl(1, ", "1")]
    public void A_statement_of_any_depth_is_refused_with_the_place(string opening, string inner)
    {
        var sql = $"select {string.Concat(Enumerable.Repeat(opening, 100_000))}{inner}";
        var problem = Assert.Single(Assert.Throws<ConfigurationException>(() => SqlScript.Parse("a.sql", sql)).Problems);
        Assert.Equal("the statement is nested more than 500 deep", problem.What);
        Assert.Equal("select ".Length + (500 * opening.Length) + opening.IndexOfAny(['(', '[', 'c']) + 1, problem.Place!.Value.Column);
    }
}
