using Starlift.Sql.Meaning.Bound;

namespace Starlift.SqlTests.Meaning.Binding;

public sealed class JoinTests
{
    const string Tables = "create table l (k int, m int, a varchar(3)); create table r (k bigint, m int, b varchar(3)); ";

    [Theory]
    [InlineData("select * from l join r using (k)", "k bigint, m integer, a character varying(3), m integer, b character varying(3)")]
    [InlineData("select * from l left join r using (k)", "k integer, m integer, a character varying(3), m integer, b character varying(3)")]
    [InlineData("select * from l natural join r", "k bigint, m integer, a character varying(3), b character varying(3)")]
    [InlineData("select * from l natural join (select 7 as z) x", "k integer, m integer, a character varying(3), z integer")]
    [InlineData("select k, l.k, r.k from l full join r using (k)", "k bigint, k integer, k bigint")]
    [InlineData("select x.* from l join r x on l.k = x.k", "k bigint, m integer, b character varying(3)")]
    public void USING_and_NATURAL_keep_one_of_two_columns(string query, string result) => Assert.Equal(result, Meanings.Result(Tables + query));

    [Fact]
    public void The_column_of_a_FULL_JOIN_is_the_one_that_is_not_null()
    {
        var merged = Assert.IsType<BoundMergedColumn>(Meanings.First(Tables + "select k from l full join r using (k)"));

        Assert.Equal(Starlift.Sql.Tree.JoinKind.Full, merged.Kind);
        Assert.Equal(("l", "r"), (Assert.IsType<BoundColumn>(merged.Left).Source.Name, Assert.IsType<BoundColumn>(merged.Right).Source.Name));
    }

    [Fact]
    public void A_join_condition_sees_the_tables_of_its_own_join()
    {
        Assert.Equal("k integer", Meanings.Result(Tables + "select l.k from l join r on a = b"));
        Assert.Equal("column reference \"m\" is ambiguous", Meanings.Refusal(Tables + "select 1 from l join r on m = 1").Message);
        Assert.Equal("?column? integer", Meanings.Result(Tables + "create table z (a int); select 1 from z, l join r on l.a = r.b and a = 'x'"));
    }

    [Fact]
    public void Conditions_with_Oracles_mark_are_those_of_a_left_join()
    {
        var select = Meanings.Select(Tables + "select * from r, l, r x where l.k = r.k(+) and r.m(+) = 7 and x.k(+) = r.k and l.m > 1");
        var last = Assert.IsType<BoundJoin>(select.From);
        var first = Assert.IsType<BoundJoin>(last.Left);

        Assert.Equal((Starlift.Sql.Tree.JoinKind.Left, Starlift.Sql.Tree.JoinKind.Left), (first.Kind, last.Kind));
        Assert.Equal(("l", "r", "x"), (((BoundSource)first.Left).Name, ((BoundSource)first.Right).Name, ((BoundSource)last.Right).Name));
        Assert.Equal(Starlift.Sql.Tree.BinaryOperator.And, Assert.IsType<BoundBinary>(first.On).Operator);
        Assert.Equal(Starlift.Sql.Tree.BinaryOperator.Greater, Assert.IsType<BoundBinary>(select.Where).Operator);
        Assert.DoesNotContain(BoundWalk.Nodes(select, intoQueries: true), node => node is BoundOuterJoinMark);
    }

    [Theory]
    [InlineData("select 1 from l join r using (a)", "column \"a\" specified in USING clause does not exist in right table")]
    [InlineData("select 1 from l join r on count(*) = 1", "aggregates not allowed in JOIN conditions")]
    [InlineData("select 1 from l join r on l.k", "")]
    [InlineData("select 1 from l join r on l.a", "argument of JOIN/ON must be type boolean, not type character varying")]
    [InlineData("select 1 from l, r where l.k = r.k(+) or l.m = 1", "Outer join operator (+) not allowed in operand of OR or IN.")]
    [InlineData("select 1 from l, r, l x where r.k(+) = l.k and r.m(+) = x.m", "A table may be outer joined to at most one other table.")]
    [InlineData("select 1 from l join l x on l.k = x.k, r where r.k(+) = l.k", "Outer join operator (+) can't be used in a query block with JOIN syntax.")]
    [InlineData("select l.k(+) from l", "Outer join operator (+) is allowed in the WHERE clause of a query only.")]
    [InlineData("delete from l using r where l.k = r.k(+)", "Outer join operator (+) is allowed in the WHERE clause of a query only.")]
    [InlineData("select 1 from l join r on l.k = r.k(+)", "Outer join operator (+) is allowed in the WHERE clause of a query only.")]
    [InlineData("select 1 from l, r where r.k(+) = l.k(+)", "a predicate may reference only one outer-joined table")]
    [InlineData("select 1 from l, r where r.k(+) = l.k and l.m(+) = r.m", "tables may not be outer joined to each other")]
    [InlineData("select 1 from l, r where l.k = (r.k * 10)(+)", "Outer join operator (+) can be specified only on a column.")]
    public void Conditions_that_can_not_be_are_refused(string query, string message)
    {
        if (message.Length == 0)
        {
            Meanings.Of(Tables + query);
        }
        else
        {
            Assert.Equal(message, Meanings.Refusal(Tables + query).Message);
        }
    }
}
