using System.Diagnostics.CodeAnalysis;

namespace Starlift.Sql.Tree;

/// <summary>A map used on the children of one place in a node.</summary>
static class ChildMaps
{
    [return: NotNullIfNotNull(nameof(child))]
    public static T? One<T>(this ChildMap map, T? child)
        where T : SqlNode => child is null ? null : (T)map(child);

    /// <summary>The same list where no child changes.</summary>
    [return: NotNullIfNotNull(nameof(children))]
    public static IReadOnlyList<T>? Many<T>(this ChildMap map, IReadOnlyList<T>? children)
        where T : SqlNode
    {
        if (children is null)
        {
            return null;
        }

        List<T>? changed = null;
        for (var i = 0; i < children.Count; i++)
        {
            var child = (T)map(children[i]);
            if (changed is null && !ReferenceEquals(child, children[i]))
            {
                changed = [.. children.Take(i)];
            }

            changed?.Add(child);
        }

        return changed ?? children;
    }
}
