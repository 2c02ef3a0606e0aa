using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A function that yields rows.</summary>
/// <param name="WithOffset">WITH OFFSET of UNNEST: a column of positions stands last.</param>
/// <param name="Index">The name behind AT.</param>
public sealed record FunctionItem(
    TextSpan Span,
    Expression Call,
    bool Lateral,
    bool WithOffset,
    TableAlias? Alias,
    Identifier? Index) : FromItem(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Call = map.One(Call),
        Alias = map.One(Alias),
        Index = map.One(Index),
    };
}
