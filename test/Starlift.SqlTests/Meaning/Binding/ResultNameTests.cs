namespace Starlift.SqlTests.Meaning.Binding;

public sealed class ResultNameTests
{
    [Theory]
    [InlineData("1", "?column?")]
    [InlineData("'a' || 'b'", "?column?")]
    [InlineData("-5", "?column?")]
    [InlineData("1::int", "int4")]
    [InlineData("cast('x' as varchar(3))", "varchar")]
    [InlineData("cast(2008 as char(4))", "bpchar")]
    [InlineData("(1 + 1)::int8", "int8")]
    [InlineData("date '2020-01-01'", "date")]
    [InlineData("interval '1' month", "intervaly2m")]
    [InlineData("interval '1-2' year to month::text", "varchar")]
    [InlineData("(c)", "c")]
    [InlineData("t.c::bigint", "c")]
    [InlineData("lower(t.v)::varchar(2)", "lower")]
    [InlineData("s.items[0].sku", "sku")]
    [InlineData("s.items[0]", "items")]
    [InlineData("s.items[0].sku::varchar", "sku")]
    [InlineData("count(*)", "count")]
    [InlineData("nvl(c, 1)", "coalesce")]
    [InlineData("decode(c, 1, 2)", "case")]
    [InlineData("case when c = 1 then 2 end", "case")]
    [InlineData("case when c = 1 then 2 else c end", "c")]
    [InlineData("nullif(c, 1)", "c")]
    [InlineData("nullif('a', 'b')", "case")]
    [InlineData("dateadd(day, 1, getdate())", "date_add")]
    [InlineData("datediff(day, getdate(), sysdate)", "date_diff")]
    [InlineData("date_part(year, sysdate)", "pgdate_part")]
    [InlineData("extract(year from sysdate)", "date_part")]
    [InlineData("current_date", "date")]
    [InlineData("sysdate", "timestamp")]
    [InlineData("user", "current_user")]
    [InlineData("trim(v)", "btrim")]
    [InlineData("trim(leading 'x' from v)", "ltrim")]
    [InlineData("sysdate at time zone 'UTC'", "timezone")]
    [InlineData("(select c)", "?column?")]
    [InlineData("exists (select 1)", "?column?")]
    [InlineData("object_transform(s keep '\"a\"')", "object_transform")]
    [InlineData("c is null", "?column?")]
    public void A_column_without_an_alias_is_named_as_Redshift_names_it(string expression, string name)
    {
        var statement = Meanings.Of($"create table t (c int, v varchar(5), s super); select {expression} from t");

        Assert.Equal(name, Assert.Single(statement.Columns).Name);
    }
}
