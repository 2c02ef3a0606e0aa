using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>UNPIVOT of columns.</summary>
/// <param name="Value">Names the column of values.</param>
/// <param name="Name">Names the column of names.</param>
public sealed record UnpivotItem(
    TextSpan Span,
    FromItem Source,
    bool IncludeNulls,
    Identifier Value,
    Identifier Name,
    IReadOnlyList<SelectItem> Columns,
    TableAlias? Alias) : FromItem(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Source = map.One(Source),
        Value = map.One(Value),
        Name = map.One(Name),
        Columns = map.Many(Columns),
        Alias = map.One(Alias),
    };
}
