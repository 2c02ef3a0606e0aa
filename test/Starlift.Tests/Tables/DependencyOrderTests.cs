using Starlift.Tables;

namespace Starlift.Tests.Tables;

public sealed class DependencyOrderTests
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void A_chain_of_any_length_is_ordered_and_each_item_is_asked_once(int length)
    {
        var items = Enumerable.Range(0, length).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var asked = 0;
        var seen = 0;
        var ordered = DependencyOrder.Of(items, Needs, _ => Assert.Fail("there is no circle"));

        Assert.Equal(items.Reverse(), ordered);
        Assert.Equal((length, 2 * length - 3), (asked, seen));

        // The next two, so that the number of needs is known.
        IEnumerable<string> Needs(string item)
        {
            asked++;
            var at = int.Parse(item, System.Globalization.CultureInfo.InvariantCulture);
            foreach (var next in items.Skip(at + 1).Take(2))
            {
                seen++;
                yield return next;
            }
        }
    }

    [Fact]
    public void A_circle_is_told_from_its_first_item_to_that_again()
    {
        var needs = new Dictionary<string, string[]> { ["a"] = ["b"], ["b"] = ["c"], ["c"] = ["b"] };
        IReadOnlyList<string> circle = [];
        Assert.Equal(["c", "b", "a"], DependencyOrder.Of(needs.Keys, item => needs[item].Select(name => needs.Keys.First(key => key == name)), found => circle = found));
        Assert.Equal(["b", "c", "b"], circle);
    }
}
