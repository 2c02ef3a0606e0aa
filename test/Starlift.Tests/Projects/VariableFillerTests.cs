using CsCheck;
using Starlift.Projects;

namespace Starlift.Tests.Projects;

public sealed class VariableFillerTests
{
    [Theory]
    [InlineData("from '${data}/x'", "from 'D/x'")]
    [InlineData("$${data}", "${data}")]
    [InlineData("$${env:HOME}", "${env:HOME}")]
    [InlineData("$${\"a\": 1}$$", "$${\"a\": 1}$$")]
    [InlineData("$data {data} $ {data}", "$data {data} $ {data}")]
    [InlineData("${data}${data}", "DD")]
    public void References_are_filled_in_and_escaped_ones_kept(string text, string expected) =>
        Assert.Equal(expected, VariableFiller.Fill(text, (_, _) => "D").Text);

    [Theory]
    [InlineData("${data}", "data")]
    [InlineData("${env:HOME}", "env:HOME")]
    [InlineData("${1}", null)]
    [InlineData("${a b}", null)]
    [InlineData("${a", null)]
    [InlineData("${}", null)]
    public void A_reference_names_a_variable_or_nothing(string reference, string? name) => Assert.Equal(name, VariableFiller.NameIn(reference));

    [Fact]
    public void Every_character_of_the_filled_text_is_traced_to_where_it_came_from() =>
        Gen.Select(Gen.OneOf(Gen.Const("a"), Gen.Const("bb\n"), Gen.Const("${v}"), Gen.Const("$${v}")).List[0, 12], Gen.OneOf(Gen.Const(""), Gen.Const("x"), Gen.Const("long\nvalue"))).Sample((parts, value) =>
        {
            var original = string.Concat(parts);
            var filled = VariableFiller.Fill(original, (_, _) => value);
            for (var index = 0; index < filled.Text.Length; index++)
            {
                var origin = filled.OriginalIndex(index);
                var inValue = filled.Fills.Any(fill => index >= fill.Start && index < fill.Start + fill.Length);
                Assert.Equal(inValue ? '$' : filled.Text[index], original[origin]);
            }
        });
}
