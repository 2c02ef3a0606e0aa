namespace Starlift.Copying;

/// <summary>
/// Where columns find their values in a record: a tree of all paths of a COPY, walked while the record is scanned once.
/// Immutable after <see cref="PathTree"/> has built it.
/// </summary>
sealed class PathNode
{
    /// <summary>0-based number of the node in its tree; finds the reader's own <see cref="MemberPredictor"/>.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Columns whose path ends here.</summary>
    public List<int> Columns { get; } = [];

    /// <summary>Columns whose path goes on through a member of this value.</summary>
    public List<int> BelowMembers { get; } = [];

    /// <summary>Columns whose path goes on through an element of this value.</summary>
    public List<int> BelowElements { get; } = [];

    /// <summary>Columns whose path has come through its last element to this value: where it goes on to nothing, they are NULL.</summary>
    public List<int> BehindElements { get; } = [];

    /// <summary>By decoded UTF-8 name.</summary>
    public List<(byte[] Name, PathNode Node)> Members { get; } = [];

    /// <summary>By 0-based position; null where no path goes.</summary>
    public List<PathNode?> Elements { get; } = [];
}
