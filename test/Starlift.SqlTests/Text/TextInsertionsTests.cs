using Starlift.Sql.Text;

namespace Starlift.SqlTests.Text;

/// <summary>Words that are put into a statement move no place of what the user wrote.</summary>
public sealed class TextInsertionsTests
{
    [Fact]
    public void Places_stay()
    {
        var source = new SqlSource("a.sql", "x; select 1 from t, u where 2", 3, 26);
        var changed = TextInsertions.Into(source, [(17, "a."), (20, "bb.")]);
        Assert.Equal("select 1 from a.t, bb.u where 2", changed.Sql);
        Assert.Equal(source.PlaceOf(28), changed.PlaceOf(33));
        Assert.Equal(source.PlaceOf(17), changed.PlaceOf(19));
        Assert.Equal(source.PlaceOf(17), changed.PlaceOf(17));
        Assert.Equal(source.PlaceOf(3), changed.PlaceOf(3));
    }

    [Fact]
    public void Places_stay_behind_values_of_variables()
    {
        // the file says: select ${n} from ${t}, u
        var filled = new FilledText("select ${n} from ${t}, u", "select 123456 from t, u", [new Fill(7, 4, 7, 6), new Fill(17, 4, 19, 1)]);
        var source = new SqlSource("a.sql", filled.Text) { Filled = filled };
        var changed = TextInsertions.Into(source, [(19, "a."), (22, "a.")]);
        Assert.Equal("select 123456 from a.t, a.u", changed.Sql);
        foreach (var (before, after) in new[] { (0, 0), (9, 9), (15, 15), (19, 21), (20, 22), (22, 26) })
        {
            Assert.Equal(source.PlaceOf(before), changed.PlaceOf(after));
        }
    }
}
