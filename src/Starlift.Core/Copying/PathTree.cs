namespace Starlift.Copying;

/// <summary>The tree of a COPY's paths. Immutable once built; shared by all readers.</summary>
sealed class PathTree
{
    PathTree(int columnCount, bool ignoreCase)
    {
        MissingKinds = new ValueKind[columnCount];
        IgnoreCase = ignoreCase;
        Root = NewNode();
    }

    public PathNode Root { get; }

    public int NodeCount { get; private set; }

    /// <summary>Per column: what it is in a record that has nothing where its path begins.</summary>
    public ValueKind[] MissingKinds { get; }

    /// <summary>Member names match without regard to case ('auto ignorecase').</summary>
    public bool IgnoreCase { get; }

    /// <summary>The object's keys that no column asks for are told: of the record itself, where no column takes the whole of it.</summary>
    public static bool TellsKeysOf(PathNode node) => node is { Ordinal: 0, Columns.Length: 0 };

    /// <summary>The path of column i is paths[i]; null for a column that no record fills.</summary>
    public static PathTree Of(IReadOnlyList<JsonPath?> paths, bool ignoreCase = false)
    {
        var tree = new PathTree(paths.Count, ignoreCase);
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
        ReadOnlySpan<JsonPathStep> rest = [.. path.Steps];
        MissingKinds[column] = JsonPath.MissingKind(rest);
        for (; !rest.IsEmpty; rest = rest[1..])
        {
            node.AddBelow(column, rest);
            node = rest[0] is { Name: { } name } ? Member(node, name) : Element(node, rest[0].Index);
        }

        node.AddColumn(column);
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
        node.AddMember(name, added);
        return added;
    }

    PathNode Element(PathNode node, int index)
    {
        foreach (var (known, child) in node.Elements)
        {
            if (known == index)
            {
                return child;
            }
        }

        var added = NewNode();
        node.AddElement(index, added);
        return added;
    }

    PathNode NewNode() => new(NodeCount++);
}
