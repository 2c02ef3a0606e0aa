namespace Starlift.Copying;

/// <summary>The tree of a COPY's paths. Immutable once built; shared by all readers.</summary>
sealed class PathTree
{
    PathTree(bool ignoreCase)
    {
        IgnoreCase = ignoreCase;
        Root = NewNode();
    }

    public PathNode Root { get; }

    public int NodeCount { get; private set; }

    /// <summary>Member names match without regard to ASCII case ('auto ignorecase').</summary>
    public bool IgnoreCase { get; }

    /// <summary>The path of column i is paths[i]; null for a column that no record fills.</summary>
    public static PathTree Of(IReadOnlyList<JsonPath?> paths, bool ignoreCase = false)
    {
        var tree = new PathTree(ignoreCase);
        for (var column = 0; column < paths.Count; column++)
        {
            if (paths[column] is { } path)
            {
                tree.Add(path, column);
            }
        }

        return tree;
    }

    void Add(JsonPath path, int column)
    {
        var node = Root;
        var elements = path.Steps.Count(step => step.Name is null);
        var hasElements = elements > 0;
        foreach (var step in path.Steps)
        {
            if (hasElements && elements == 0)
            {
                node.BehindElements.Add(column);
            }

            elements -= step.Name is null ? 1 : 0;
            (step.Name is null ? node.BelowElements : node.BelowMembers).Add(column);
            node = step.Name is { } name ? Member(node, name) : Element(node, step.Index);
        }

        node.Columns.Add(column);
    }

    PathNode Member(PathNode node, byte[] name)
    {
        foreach (var (known, child) in node.Members)
        {
            if (known.AsSpan().SequenceEqual(name))
            {
                return child;
            }
        }

        var added = NewNode();
        node.Members.Add((name, added));
        return added;
    }

    PathNode Element(PathNode node, int index)
    {
        while (node.Elements.Count <= index)
        {
            node.Elements.Add(null);
        }

        return node.Elements[index] ??= NewNode();
    }

    PathNode NewNode() => new() { Ordinal = NodeCount++ };
}
