using Starlift.Reports.Diagrams;

namespace Starlift.Tests.Reports;

public sealed class DiagramLayoutTests
{
    static readonly DiagramNode[] Nodes = [.. new[] { "fact", "song", "artist", "user" }.Select(name => new DiagramNode(name, 100, 50))];

    [Fact]
    public void A_box_stands_to_the_right_of_those_that_refer_to_it_and_over_no_other()
    {
        var layout = new DiagramLayout(Nodes, [new("fact", "song"), new("fact", "artist"), new("song", "artist"), new("fact", "user")]);
        Assert.True(layout["fact"].X < layout["song"].X && layout["song"].X < layout["artist"].X);
        Assert.Equal(layout["song"].X, layout["user"].X);
        Assert.True(Math.Abs(layout["song"].Y - layout["user"].Y) >= 50);
        Assert.All(Nodes, node => Assert.InRange(layout[node.Name].Y, 0, layout.Height - 50));
        Assert.Equal(4, layout.Lines.Count());
    }

    [Fact]
    public void Circles_and_references_to_itself_are_drawn_all_the_same()
    {
        var layout = new DiagramLayout(Nodes, [new("fact", "song"), new("song", "fact"), new("user", "user")]);
        Assert.Equal(2, layout.Lines.Count());
        Assert.All(layout.Lines, line => Assert.StartsWith("M", line.Path));
    }

    [Fact]
    public void One_box_is_a_diagram() => Assert.True(new DiagramLayout([Nodes[0]], []).Width > 100);
}
