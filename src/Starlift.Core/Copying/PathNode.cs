namespace Starlift.Copying;

/// <summary>
/// Where columns find their values in a record: a tree of all paths of a COPY, walked while the record is scanned once.
/// Immutable after <see cref="PathTree"/> has built it.
/// </summary>
/// <param name="ordinal">0-based number of the node in its tree; finds the reader's own <see cref="MemberPredictor"/>.</param>
sealed class PathNode(int ordinal)
{
    public int Ordinal => ordinal;

    /// <summary>Columns whose path ends here.</summary>
    public int[] Columns { get; private set; } = [];

    /// <summary>Columns whose path goes on through a member of this value, and what they are where that member is missing.</summary>
    public (int Column, ValueKind Missing)[] BelowMembers { get; private set; } = [];

    /// <summary>Columns whose path goes on through an element of this value.</summary>
    public int[] BelowElements { get; private set; } = [];

    /// <summary>By decoded UTF-8 name.</summary>
    public (byte[] Name, PathNode Node)[] Members { get; private set; } = [];

    /// <summary>By 0-based index, ascending.</summary>
    public (int Index, PathNode Node)[] Elements { get; private set; } = [];

    public void AddColumn(int column) => Columns = [.. Columns, column];

    /// <param name="column">Its path goes on below this node.</param>
    /// <param name="rest">The steps that it goes on with.</param>
    public void AddBelow(int column, ReadOnlySpan<JsonPathStep> rest)
    {
        if (rest[0].Name is null)
        {
            BelowElements = [.. BelowElements, column];
        }
        else
        {
            BelowMembers = [.. BelowMembers, (column, JsonPath.MissingKind(rest))];
        }
    }

    public void AddMember(byte[] name, PathNode node) => Members = [.. Members, (name, node)];

    public void AddElement(int index, PathNode node) => Elements = [.. Elements.Append((index, node)).OrderBy(element => element.Item1)];
}
