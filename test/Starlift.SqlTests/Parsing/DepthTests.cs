using Starlift.Sql.Parsing;
using Starlift.Sql.Text;
using Starlift.SqlTests.Tree;

namespace Starlift.SqlTests.Parsing;

/// <summary>Statements that are nested deeply, or that go on for long.</summary>
public sealed class DepthTests
{
    public static TheoryData<string> Deep =>
    [
        $"select {Many("(")}1{Many(")")}",
        $"select {Many("not ")}true",
        $"select {Many("- ")}1",
        $"select {Many("case when true then ")}1{Many(" end")}",
        $"select {Many("f(")}1{Many(")")}",
        $"select a{Many("[a")}{Many("]")}",
        $"select {Many("(select ")}1{Many(")")}",
        $"select * from {Many("(select * from ")}t{Many(")")}",
        $"select * from {Many("(")}t join u on true{Many(")")}",
        $"select * from t{Many(" join t")}",
        $"select 1{Many(" + 1")}",
        $"select a{Many("::int")}",
        $"select 1{Many(" union all select 1")}",
        $"select 1 group by {Many("rollup(")}1{Many(")")}",
        $"{Many("explain ")}select 1",
        Many("("),
        $"select {Many("cast(")}",
        $"select 1 where a in {Many("(")}",
    ];

    [Theory]
    [MemberData(nameof(Deep))]
    public void Deep_nesting_is_refused_on_a_small_stack_too(string sql)
    {
        SqlException? refused = null;
        var thread = new Thread(() => refused = Refusal(sql), 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.NotNull(refused);
    }

    [Fact]
    public void Thousands_of_conditions_and_values_are_parsed()
    {
        TreeAssert.ComesBack($"select * from t where a = 0{string.Concat(Enumerable.Range(1, 20_000).Select(i => $" or a = {i}"))}");
        TreeAssert.ComesBack($"select * from t where a = 0{string.Concat(Enumerable.Range(1, 20_000).Select(i => $" and a <> {i} and b"))}");
        TreeAssert.ComesBack($"insert into t values {string.Join(',', Enumerable.Range(1, 20_000).Select(i => $"({i}, 'a', null)"))}");
        TreeAssert.ComesBack($"select * from t where a in ({string.Join(',', Enumerable.Range(1, 20_000))})");
    }

    [Fact]
    public void Two_hundred_levels_are_parsed() => Assert.All(
        new[]
        {
            $"select {Times(200, "(")}1{Times(200, ")")}", $"select {Times(200, "case when true then ")}1{Times(200, " end")}",
            $"select * from {Times(200, "(select * from ")}t{Times(200, ")")}", $"select 1{Times(200, " + 1")}", $"select 1{Times(200, " union all select 1")}",
        },
        sql => TreeAssert.ComesBack(sql));

    static string Many(string text) => Times(20_000, text);

    static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    static SqlException? Refusal(string sql)
    {
        try
        {
            SqlParser.ParseScript(new SqlSource("a.sql", sql));
            return null;
        }
        catch (SqlException refused)
        {
            return refused;
        }
    }
}
