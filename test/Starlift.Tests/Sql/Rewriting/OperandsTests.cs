using Starlift.Sql.Rewriting;

namespace Starlift.Tests.Sql.Rewriting;

public sealed class OperandsTests
{
    [Theory]
    [InlineData("a + b", "a")]
    [InlineData("a.b.c = 1", "a.b.c")]
    [InlineData("'x' || y", "'x'")]
    [InlineData("-5 * 2", "-5")]
    [InlineData("(a + b) * c", "(a + b)")]
    [InlineData("f(a, (b)) + 1", "f(a, (b))")]
    [InlineData("sum(a) over (partition by b) / 2", "sum(a) over (partition by b)")]
    [InlineData("sum(a) filter (where b) over w, c", "sum(a) filter (where b) over w")]
    [InlineData("listagg(a) within group (order by b) x", "listagg(a) within group (order by b)")]
    [InlineData("lag(a) ignore nulls over (order by b) - 1", "lag(a) ignore nulls over (order by b)")]
    [InlineData("a::timestamp with time zone at", "a::timestamp with time zone")]
    [InlineData("a::decimal(5, 2)::varchar(3) = 'x'", "a::decimal(5, 2)::varchar(3)")]
    [InlineData("case when a then case b when 1 then 2 end end + 1", "case when a then case b when 1 then 2 end end")]
    [InlineData("interval '1 day' * 2", "interval '1 day'")]
    [InlineData("interval '1' day * 2", "interval '1' day")]
    [InlineData("timestamp 'epoch' + 1", "timestamp 'epoch'")]
    [InlineData("s.a[0].b = 1", "s.a[0].b")]
    [InlineData("left(a, 2) join", "left(a, 2)")]
    [InlineData("left join b", null)]
    [InlineData("from t", null)]
    [InlineData("(a + b", null)]
    [InlineData("f(a", null)]
    [InlineData("", null)]
    public void An_operand_ends_before_the_next_operator(string sql, string? operand)
    {
        var tokens = new SqlTokens(new SqlSource("a.sql", sql));

        var end = Operands.End(tokens, 0, tokens.Count);

        Assert.Equal(operand, end < 0 ? null : sql[..tokens[end - 1].End]);
    }
}
