namespace Starlift.Reports.Diagrams;

/// <summary>
/// Boxes in layers from left to right, each to the right of those whose lines lead to it, in an order that crosses few lines. A line
/// that passes layers gets room of its own there and runs behind no box. Lines of a circle may lead to the left.
/// </summary>
sealed class DiagramLayout
{
    const double BoxGap = 22;
    const double PassHeight = 14;
    const int Sweeps = 6;
    const double Margin = 6;

    readonly double _layerGap;
    readonly Dictionary<string, DiagramSlot> _boxes = [];
    readonly List<List<DiagramSlot>> _layers = [];
    readonly List<(DiagramEdge Edge, IReadOnlyList<DiagramSlot> Passes)> _lines = [];

    /// <param name="nodes">At least one.</param>
    /// <param name="edges">Between them; those to a box itself are left out.</param>
    /// <param name="layerGap">The room between two layers.</param>
    public DiagramLayout(IReadOnlyList<DiagramNode> nodes, IReadOnlyList<DiagramEdge> edges, double layerGap = 88)
    {
        _layerGap = layerGap;
        var between = edges.Where(edge => edge.From != edge.To).ToList();
        var layerOf = LayersOf(nodes, between);
        foreach (var node in nodes)
        {
            _boxes[node.Name] = Place(new DiagramSlot(layerOf[node.Name], node.Width, node.Height));
        }

        between.ForEach(edge => _lines.Add((edge, Pass(_boxes[edge.From], _boxes[edge.To]))));
        Order();
        SetPlaces();
    }

    public double Width { get; private set; }

    public double Height { get; private set; }

    public DiagramSlot this[string name] => _boxes[name];

    /// <summary>The lines, each with the path that an SVG draws.</summary>
    public IEnumerable<(DiagramEdge Edge, string Path)> Lines => _lines.Select(line => (line.Edge, PathOf(line.Edge, line.Passes)));

    static Dictionary<string, int> LayersOf(IReadOnlyList<DiagramNode> nodes, IReadOnlyList<DiagramEdge> edges)
    {
        var layers = new Dictionary<string, int>();
        var path = new HashSet<string>();
        foreach (var node in nodes)
        {
            Visit(node.Name);
        }

        return layers;

        int Visit(string name)
        {
            if (layers.TryGetValue(name, out var known))
            {
                return known;
            }

            path.Add(name);
            var before = edges.Where(edge => edge.To == name && !path.Contains(edge.From)).Select(edge => Visit(edge.From) + 1).ToList();
            path.Remove(name);
            return layers[name] = before.Count == 0 ? 0 : before.Max();
        }
    }

    DiagramSlot Place(DiagramSlot slot)
    {
        while (_layers.Count <= slot.Layer)
        {
            _layers.Add([]);
        }

        _layers[slot.Layer].Add(slot);
        return slot;
    }

    List<DiagramSlot> Pass(DiagramSlot from, DiagramSlot to)
    {
        var passes = new List<DiagramSlot>();
        var last = from;
        for (var layer = from.Layer + 1; layer < to.Layer; layer++)
        {
            var pass = Place(new DiagramSlot(layer, 0, PassHeight));
            Join(last, pass);
            passes.Add(last = pass);
        }

        if (from.Layer < to.Layer)
        {
            Join(last, to);
        }

        return passes;
    }

    static void Join(DiagramSlot from, DiagramSlot to)
    {
        from.Behind.Add(to);
        to.Before.Add(from);
    }

    // Each slot goes to the mean place of its neighbours, to and fro.
    void Order()
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var forth = sweep % 2 == 0;
            foreach (var index in forth ? Enumerable.Range(1, _layers.Count - 1) : Enumerable.Range(0, _layers.Count - 1).Reverse())
            {
                var neighbours = _layers[index + (forth ? -1 : 1)];
                var own = _layers[index];
                var ordered = own
                    .Select((slot, at) => (slot, place: Mean(forth ? slot.Before : slot.Behind, neighbours) ?? (double)at / own.Count * neighbours.Count))
                    .OrderBy(pair => pair.place)
                    .Select(pair => pair.slot)
                    .ToList();
                _layers[index] = ordered;
            }
        }
    }

    static double? Mean(List<DiagramSlot> slots, List<DiagramSlot> neighbours) => slots.Count == 0 ? null : slots.Average(slot => neighbours.IndexOf(slot));

    void SetPlaces()
    {
        Height = _layers.Max(StackHeight) + (2 * Margin);
        var x = Margin;
        foreach (var layer in _layers)
        {
            var width = layer.Max(slot => slot.Width);
            var y = (Height - StackHeight(layer)) / 2;
            foreach (var slot in layer)
            {
                (slot.X, slot.Y) = (x, y);
                y += slot.Height + BoxGap;
            }

            x += width + _layerGap;
        }

        Width = x - _layerGap + Margin;
    }

    static double StackHeight(List<DiagramSlot> layer) => layer.Sum(slot => slot.Height) + ((layer.Count - 1) * BoxGap);

    string PathOf(DiagramEdge edge, IReadOnlyList<DiagramSlot> passes)
    {
        var (from, to) = (_boxes[edge.From], _boxes[edge.To]);
        var (x, y) = (from.X + from.Width, from.Y + (edge.Leaves ?? from.Height / 2));
        var path = FormattableString.Invariant($"M{x:0.#} {y:0.#}");
        foreach (var pass in passes)
        {
            var width = _layers[pass.Layer].Max(slot => slot.Width);
            path += Bend(x, y, pass.X, pass.Middle) + FormattableString.Invariant($"H{pass.X + width:0.#}");
            (x, y) = (pass.X + width, pass.Middle);
        }

        return path + Bend(x, y, to.X, to.Y + (edge.Arrives ?? to.Height / 2));
    }

    /// <summary>The path of a line that leaves to the right and arrives from the left.</summary>
    public static string Curve(double x, double y, double toX, double toY) => FormattableString.Invariant($"M{x:0.#} {y:0.#}") + Bend(x, y, toX, toY);

    static string Bend(double x, double y, double toX, double toY)
    {
        var bend = Math.Max(40, Math.Abs(toX - x) / 2);
        return FormattableString.Invariant($"C{x + bend:0.#} {y:0.#} {toX - bend:0.#} {toY:0.#} {toX:0.#} {toY:0.#}");
    }
}
