namespace Starlift.Tables;

/// <summary>Puts items behind those that they need. Takes time in proportion to items and needs, and no stack, however long a chain is.</summary>
static class DependencyOrder
{
    /// <param name="items">In the order that decides where needs leave a choice.</param>
    /// <param name="needs">What has to come before an item, each of the items too; asked once an item.</param>
    /// <param name="circle">Is told of items that need each other in a circle, the first of them at the end again; it may throw, else that need is passed over.</param>
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> items, Func<T, IEnumerable<T>> needs, Action<IReadOnlyList<T>> circle)
        where T : class
    {
        var ordered = new List<T>();
        var isDone = new Dictionary<T, bool>(ReferenceEqualityComparer.Instance);
        var path = new Stack<(T Item, IEnumerator<T> Needs)>();
        foreach (var item in items)
        {
            Enter(item);
            while (path.TryPeek(out var last))
            {
                if (last.Needs.MoveNext())
                {
                    Enter(last.Needs.Current);
                    continue;
                }

                path.Pop().Needs.Dispose();
                isDone[last.Item] = true;
                ordered.Add(last.Item);
            }
        }

        return ordered;

        void Enter(T item)
        {
            if (isDone.TryAdd(item, false))
            {
                path.Push((item, needs(item).GetEnumerator()));
            }
            else if (!isDone[item])
            {
                circle([.. path.Reverse().Select(step => step.Item).SkipWhile(other => !ReferenceEquals(other, item)), item]);
            }
        }
    }
}
