using Starlift.Sql.Analysis;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.SqlTests.Analysis;

public sealed class TransactionBlocksTests
{
    [Theory]
    [InlineData("vacuum t", "VACUUM")]
    [InlineData("create database d", "CREATE DATABASE")]
    [InlineData("drop database d", "DROP DATABASE")]
    [InlineData("alter table t append from s", "ALTER TABLE APPEND")]
    [InlineData("alter table t alter column a type varchar(9)", "ALTER TABLE ALTER COLUMN")]
    [InlineData("alter table t add column a int", null)]
    [InlineData("alter table t alter column a encode zstd", null)]
    [InlineData("drop table t", null)]
    [InlineData("select 1", null)]
    public void Some_statements_are_executed_in_no_block(string sql, string? words) => Assert.Equal(words, TransactionBlocks.NotInside(Statement(sql)));

    [Fact]
    public void A_cursor_is_declared_in_a_block()
    {
        Assert.True(TransactionBlocks.OnlyInside(Statement("declare c cursor for select 1")));
        Assert.False(TransactionBlocks.OnlyInside(Statement("fetch next from c")));
    }

    static Statement Statement(string sql) => SqlParser.ParseScript(new SqlSource("a.sql", sql)).Statements[0];
}
