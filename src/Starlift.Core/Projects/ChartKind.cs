namespace Starlift.Projects;

/// <summary>How a report shows the rows of a chart.</summary>
public enum ChartKind
{
    /// <summary>The first row's value in large figures.</summary>
    Number,
    Bar,
    Line,

    /// <summary>Series are stacked on one another.</summary>
    Area,

    /// <summary>A value for each pair of two categories, as shades of a colour.</summary>
    Heatmap,

    /// <summary>Points on the world.</summary>
    Map,
    Table,

    /// <summary>Flows from sources to targets.</summary>
    Sankey,
}
