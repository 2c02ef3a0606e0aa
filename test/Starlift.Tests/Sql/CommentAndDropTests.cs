using Starlift.Sql;

namespace Starlift.Tests.Sql;

public sealed class CommentAndDropTests
{
    [Theory]
    [InlineData("comment on table t is 'it''s'", null, "t", null, "it's")]
    [InlineData("COMMENT ON TABLE S.T IS NULL", "s", "t", null, null)]
    [InlineData("comment on column t.c is 'x'", null, "t", "c", "x")]
    [InlineData("comment on column s.\"T\".c is null", "s", "t", "c", null)]
    public void Comments_are_read(string sql, string? schema, string table, string? column, string? text)
    {
        var comment = SqlSamples.Parse<CommentOn>(sql);

        Assert.Equal((new TableName(schema, table), column, text), (comment.Table, comment.Column, comment.Text));
    }

    [Theory]
    [InlineData("comment on column c is 'x'", "a.sql:1:19: COMMENT ON COLUMN names c")]
    [InlineData("comment on table t 'x'", "a.sql:1:20: expected IS but found a string")]
    [InlineData("comment on table t is x", "a.sql:1:23: expected the comment in single quotes but found 'x'")]
    public void Malformed_comments_are_refused(string sql, string message) => Assert.Equal(message, SqlSamples.Problem(sql).ToString());

    [Fact]
    public void A_drop_names_tables()
    {
        var drop = SqlSamples.Parse<DropTable>("drop table if exists a, s.b cascade");

        Assert.Equal(["a", "s.b"], drop.Tables.Select(table => table.ToString()));
        Assert.True(drop.IfExists && drop.Cascade);
    }

    [Fact]
    public void A_drop_ends_behind_its_names() =>
        Assert.Equal("a.sql:1:14: expected the end of the statement but found 'b'", SqlSamples.Problem("drop table a b").ToString());
}
