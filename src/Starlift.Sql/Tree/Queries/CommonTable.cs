using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>One common table expression.</summary>
/// <param name="Columns">Empty where they are the query's.</param>
public sealed record CommonTable(TextSpan Span, Identifier Name, IReadOnlyList<Identifier> Columns, Query Query) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Name = map.One(Name),
        Columns = map.Many(Columns),
        Query = map.One(Query),
    };
}
