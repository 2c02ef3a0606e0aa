namespace Starlift.Reports.Diagrams;

/// <summary>A place in a layer: a box, or room for a line that passes the layer.</summary>
sealed class DiagramSlot(int layer, double width, double height)
{
    public int Layer => layer;

    public double Width => width;

    public double Height => height;

    public double X { get; set; }

    public double Y { get; set; }

    public double Middle => Y + (height / 2);

    /// <summary>The slots of the layer before and behind that lines lead to.</summary>
    public List<DiagramSlot> Before { get; } = [];

    public List<DiagramSlot> Behind { get; } = [];
}
