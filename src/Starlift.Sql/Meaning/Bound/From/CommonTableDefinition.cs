namespace Starlift.Sql.Meaning.Bound;

/// <summary>A common table expression. Each stands for itself: two are never equal.</summary>
/// <param name="name">By which it is used.</param>
/// <param name="columns">By the names that WITH gives them.</param>
public sealed class CommonTableDefinition(string name, IReadOnlyList<SourceColumn> columns)
{
    public string Name { get; } = name;

    public IReadOnlyList<SourceColumn> Columns { get; } = columns;

    /// <summary>Its query. A recursive one uses the table, so it is known only when the table is: the binder sets it once.</summary>
    public BoundQuery Query { get; internal set; } = null!;

    /// <summary>True where its query uses it.</summary>
    public bool IsRecursive { get; internal set; }
}
