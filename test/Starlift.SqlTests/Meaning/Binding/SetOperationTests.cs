using Starlift.Sql.Meaning.Bound;

namespace Starlift.SqlTests.Meaning.Binding;

public sealed class SetOperationTests
{
    [Theory]
    [InlineData("select 1 as n union all select null", "n integer")]
    [InlineData("select null as d, 'x' as t union all select date '2020-01-01', null", "d date, t character varying(1)")]
    [InlineData("select 1 as n union all select '2'", "n integer")]
    [InlineData("select null as n union all select null union all select 5", "n integer")]
    [InlineData("select 1 as a union select 2.5 order by a limit 1", "a numeric(11,1)")]
    [InlineData("(select 'abc' as v) union all select 'z'::varchar(9)", "v character varying(9)")]
    [InlineData("select date '2020-01-31' as d union all select timestamp '2020-01-01 10:00'", "d timestamp without time zone")]
    public void The_columns_have_the_names_of_the_first_and_the_common_types(string query, string result) => Assert.Equal(result, Meanings.Result(query));

    [Fact]
    public void Each_branch_yields_the_common_type()
    {
        var union = Assert.IsType<BoundSetOperation>(Meanings.Query("select 1 as a union all select 2::bigint union all select '3'").Body);
        var first = Assert.IsType<BoundSelect>(Assert.IsType<BoundSetOperation>(union.Left).Left);

        Assert.Equal("bigint", Assert.IsType<BoundConversion>(first.Items[0].Value).Type.ToString());
        Assert.Equal(("bigint", "3"), (Assert.IsType<BoundSelect>(union.Right).Columns[0].Type.ToString(), Assert.IsType<BoundLiteral>(((BoundSelect)union.Right).Items[0].Value).Text));
    }

    [Theory]
    [InlineData("select 1 union select true", "42804", "UNION types integer and boolean cannot be matched")]
    [InlineData("select 1 intersect select 'a'::varchar", "42804", "INTERSECT types integer and character varying cannot be matched")]
    [InlineData("select 1 union select 'a'", "22P02", "invalid input syntax for integer: \"a\"")]
    [InlineData("select 1, 2 except select 3", "42601", "each EXCEPT query must have the same number of columns")]
    [InlineData("select 1 as a union select 2 as b order by b", "42703", "column \"b\" does not exist")]
    [InlineData("select 1 as a union select 2 order by a + 1", "0A000", "Invalid UNION/INTERSECT/EXCEPT ORDER BY clause")]
    [InlineData("select 1 as a union select 2 order by 2", "42P10", "ORDER BY position 2 is not in select list")]
    public void Branches_that_do_not_match_are_refused(string query, string state, string message)
    {
        var refusal = Meanings.Refusal(query);

        Assert.Equal((state, message), (refusal.State, refusal.Message));
    }

    [Fact]
    public void A_recursive_table_has_the_types_of_its_seed()
    {
        Assert.Equal(
            "lvl integer, count bigint",
            Meanings.Result("create table s (id int, boss int); with recursive org (id, lvl) as (select id, 1 from s where boss is null union all select s.id, lvl + 1 from s, org o where s.boss = o.id) select lvl, count(*) from org group by lvl"));
        Assert.Equal("42P19", Meanings.Refusal("with recursive n (i) as (select 1 union select i + 1 from n) select i from n").State);
        Assert.Equal("recursive common table \"n\" must have a column list", Meanings.Refusal("with recursive n as (select 1 as i union all select i + 1 from n) select i from n").Message);
        Assert.Equal("relation \"n\" does not exist", Meanings.Refusal("with n (i) as (select 1 union all select i + 1 from n) select i from n").Message);
    }
}
