using Starlift.Reports;

namespace Starlift.Tests.Reports;

public sealed class HtmlTests
{
    [Fact]
    public void What_is_filled_in_is_escaped_and_the_template_is_not()
    {
        const string Hostile = "</td><script>&\"'\0\u001b";
        Assert.Equal(
            "<td title=\"&lt;/td&gt;&lt;script&gt;&amp;&quot;&#39;\uFFFD\uFFFD\">1,5 2.5</td>",
            new Html().Add($"<td title=\"{Hostile}\">{"1,5"} {2.5}</td>").ToString());
    }

    [Fact]
    public void Line_breaks_and_tabs_of_SQL_stay() => Assert.Equal("<pre>a\n\tb</pre>", new Html().Add($"<pre>{"a\n\tb"}</pre>").ToString());

    [Fact]
    public void What_turns_text_round_is_left_out() =>
        Assert.Equal("<td>\uFFFDevil\uFFFD\uFFFD</td>", new Html().Add($"<td>{"\u202Eevil\u2066\u009B"}</td>").ToString());

    [Fact]
    public void A_fragment_is_not_escaped_again()
    {
        var fragment = new Html().Add($"<b>{"<"}</b>");
        Assert.Equal("<p><b>&lt;</b></p>", new Html().Add($"<p>{fragment}</p>").ToString());
    }
}
