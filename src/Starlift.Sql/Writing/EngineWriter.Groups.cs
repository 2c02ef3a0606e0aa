using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Writing;

/// <content>
/// Groups of texts: those that differ in trailing blanks alone are one value in GROUP BY, DISTINCT and set operations. Rows are grouped by what
/// is compared, and the least of a group's texts stands for the group.
/// </content>
public abstract partial class EngineWriter
{
    /// <summary>Keys of the query that is written, with the text that stands for each in its select list.</summary>
    IReadOnlyList<GroupKey> _groups = [];

    /// <summary>Those of the queries around it alone.</summary>
    IReadOnlyList<GroupKey> _outer = [];

    /// <summary>True where the arguments of GROUPING are written, which are the keys themselves.</summary>
    bool _namesGroups;

    /// <summary>A value as rows are grouped by it, or compared with others: see <see cref="Comparable"/>.</summary>
    public Fragment Key(BoundExpression value) => value.Type.IsText ? Comparable(value).Bare : Expression(value).Bare;

    /// <summary>A value as DISTINCT within an aggregate tells it from others.</summary>
    public virtual Fragment DistinctKey(BoundExpression value) => Key(value);

    /// <summary>A text that is a column of a query in FROM, as texts are compared.</summary>
    protected abstract Fragment Unpadded(Fragment text);

    /// <summary>Writes what stands in a grouped query outside of its aggregates: its keys may be texts of which one stands for many.</summary>
    protected Fragment InGroups(BoundSelect? select, Func<Fragment> write)
    {
        var own = select is null ? [] : GroupsOf(select);
        return own.Count == 0 ? write() : With([.. own, .. _groups], _groups, write);
    }

    /// <summary>Writes the argument of an aggregate, which is of rows and of no group.</summary>
    Fragment InRows(Func<Fragment> write) => _groups.Count == _outer.Count ? write() : With(_outer, _outer, write);

    // what an alias stands for is written otherwise here and there
    Fragment With(IReadOnlyList<GroupKey> groups, IReadOnlyList<GroupKey> outer, Func<Fragment> write)
    {
        var before = (_groups, _outer, _aliased);
        (_groups, _outer, _aliased) = (groups, outer, new(ReferenceEqualityComparer.Instance));
        try
        {
            return write();
        }
        finally
        {
            (_groups, _outer, _aliased) = before;
        }
    }

    /// <summary>One row for each group of rows whose columns are equal.</summary>
    /// <param name="rows">The rows; their columns have the names that <see cref="Unnamed"/> gives.</param>
    /// <param name="columns">What they become.</param>
    /// <param name="condition">What is asked of a group, by the alias of the rows; empty for all groups.</param>
    /// <param name="filter">Which of a group's texts may stand for it, by that alias; empty for all.</param>
    Fragment Grouped(Fragment rows, IReadOnlyList<ResultColumn> columns, Func<string, Fragment> condition, Func<string, Fragment> filter)
    {
        var alias = NewAlias("q");
        var inner = Unnamed(columns).Select(column => (Column: (Fragment)$"{alias}.{Quote(column.Name)}", column.Type)).ToList();
        var items = inner.Select((column, i) => (Fragment)$"{(column.Type.IsText ? $"min({column.Column}){filter(alias)}" : column.Column)} AS {Quote(columns[i].Name)}");
        var keys = inner.Select(column => column.Type.IsText ? Unpadded(column.Column).Bare : column.Column);
        return $"SELECT {Fragment.Join(", ", items)} FROM ({rows}) AS {alias} GROUP BY {Fragment.Join(", ", keys)}{condition(alias)}";
    }

    static List<ResultColumn> Unnamed(IReadOnlyList<ResultColumn> columns) =>
        [.. columns.Select((column, i) => column with { Name = $"c{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}" })];

    static bool GroupsTexts(BoundBody body) =>
        !body.Columns.Any(column => column.Type.IsOpen) && Enumerable.Range(0, body.Columns.Count).Any(index => body.Columns[index].Type.IsText && TrailingBlanks.Possible(body, index));

    Fragment Distinct(BoundSelect select, IReadOnlyList<ResultColumn> columns) =>
        Grouped(Select(select with { Top = null }, Unnamed(columns)), columns, _ => Fragment.Empty, _ => Fragment.Empty);

    // rows of the left are told from those of the right where one side decides; rows that are equal byte for byte go first, because that is cheaper
    Fragment Combined(BoundSetOperation operation, IReadOnlyList<ResultColumn> columns)
    {
        var inner = Unnamed(columns);
        var (left, right) = (Body(operation.Left, inner, isWhole: false), Body(operation.Right, inner, isWhole: false));
        if (operation.Operator == SetOperator.Union)
        {
            return Grouped($"{left} UNION {right}", columns, _ => Fragment.Empty, _ => Fragment.Empty);
        }

        Fragment Side(Fragment rows, bool isLeft)
        {
            var alias = NewAlias("s");
            return $"SELECT {alias}.*, {(isLeft ? "true" : "false")} AS is_left FROM ({rows.Bare}) AS {alias}";
        }

        return Grouped(
            $"{Side(left, isLeft: true)} UNION ALL {Side(right, isLeft: false)}",
            columns,
            alias => operation.Operator == SetOperator.Intersect
                ? (Fragment)$" HAVING bool_or({alias}.is_left) AND NOT bool_and({alias}.is_left)"
                : $" HAVING bool_and({alias}.is_left)",
            alias => $" FILTER (WHERE {alias}.is_left)");
    }

    List<GroupKey> GroupsOf(BoundSelect select)
    {
        List<GroupKey> groups = [];
        for (var i = 0; i < (select.GroupBy?.Keys.Count ?? 0); i++)
        {
            var key = select.GroupBy!.Keys[i];
            if (!TrailingBlanks.Possible(key))
            {
                continue;
            }

            // the total over all groups is of none of them
            var compared = Key(key);
            Fragment least = $"min({Expression(key).Bare})";
            var isEverywhere = select.GroupBy.Sets.All(set => set.Contains(i));
            groups.Add(new GroupKey(key, isEverywhere ? least : $"CASE WHEN grouping({compared}) = 0 THEN {least} END", compared));
        }

        return groups;
    }

    Fragment? OfGroup(BoundExpression expression)
    {
        foreach (var (key, shown, compared) in _groups)
        {
            if (BoundEquality.Same(key, expression))
            {
                return _namesGroups ? compared : shown;
            }
        }

        return null;
    }

    /// <summary>A key of a grouped query.</summary>
    /// <param name="Value">The key.</param>
    /// <param name="Shown">What stands for it in the select list.</param>
    /// <param name="Compared">What the rows are grouped by.</param>
    sealed record GroupKey(BoundExpression Value, Fragment Shown, Fragment Compared);
}
