using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>PIVOT.</summary>
public sealed record PivotItem(
    TextSpan Span,
    FromItem Source,
    IReadOnlyList<SelectItem> Aggregates,
    ColumnReference Column,
    IReadOnlyList<SelectItem> Values,
    TableAlias? Alias) : FromItem(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Source = map.One(Source),
        Aggregates = map.Many(Aggregates),
        Column = map.One(Column),
        Values = map.Many(Values),
        Alias = map.One(Alias),
    };
}
