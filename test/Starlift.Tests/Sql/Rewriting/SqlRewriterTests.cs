using Starlift.Errors;
using Starlift.Sql.Rewriting;

namespace Starlift.Tests.Sql.Rewriting;

public sealed class SqlRewriterTests
{
    [Theory]
    [InlineData("select a -- f(x)\n, 'f(x)' /* f(x) */ from t", "select a -- f(x)\n, 'f(x)' /* f(x) */ from t")]
    [InlineData("select f(x)", "select <x>")]
    [InlineData("select f( x , f(f(y)) ) + 1", "select <x|<<y>>> + 1")]
    [InlineData("select f()", "select <>")]
    [InlineData("select f((a, b), 'c,d', case when e then f end)", "select <(a, b)|'c,d'|case when e then f end>")]
    [InlineData("select t.f(x), \"f\"(x)", "select t.f(x), \"f\"(x)")]
    [InlineData("insert into f (x)", "insert into f (x)")]
    [InlineData("select f(x", "select f(x")]
    [InlineData("select f(x])", "select <x]>")]
    public void Calls_are_replaced_and_everything_else_stays(string sql, string rendered) => Assert.Equal(rendered, Render(sql));

    [Fact]
    public void The_clauses_of_a_call_can_be_moved()
    {
        FunctionCall? found = null;
        Render("select g(distinct a, b) within group (order by c) filter (where d) ignore nulls over (order by e) + 1", call => found ??= call);

        Assert.True(found!.Distinct && found.HasOver);
        Assert.Equal(["a", "b"], found.Arguments.Select(argument => argument.Text));
        Assert.Equal("order by c", found.WithinGroup!.Text);
        Assert.Equal(" filter (where d) over (order by e)", found.Clauses);
        Assert.Equal(" ignore nulls", found.Nulls);
    }

    [Fact]
    public void Too_deep_a_nest_is_refused_and_does_not_break_the_process()
    {
        var sql = string.Concat(Enumerable.Repeat("f(", 5000)) + "x" + new string(')', 5000);

        Assert.Contains("nested", Assert.Throws<ConfigurationException>(() => Render(sql)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yrs", "year")]
    [InlineData("weekday", "dayofweek")]
    [InlineData("mon", "month")]
    [InlineData("m", "minute")]
    [InlineData("usec", "microsecond")]
    [InlineData("fortnight", null)]
    public void Date_parts_have_many_names(string name, string? part) => Assert.Equal(part, DateParts.Find(name));

    static string Render(string sql, Action<FunctionCall>? see = null)
    {
        var source = new SqlSource("a.sql", sql);
        Rewritten? Calls(SqlRewriter rewriter, int index, int end)
        {
            if (FunctionCall.At(rewriter, index, end) is not { } call)
            {
                return null;
            }

            see?.Invoke(call);
            return call.Name == "f" ? call.With($"<{string.Join('|', call.Arguments.Select(argument => argument.Text))}>") : null;
        }

        return new SqlRewriter(new SqlTokens(source), [Calls], token => sql.Substring(token.Start, token.Length)).Render();
    }
}
