using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A join.</summary>
/// <param name="Using">Empty without USING.</param>
public sealed record JoinItem(
    TextSpan Span,
    FromItem Left,
    JoinKind Kind,
    bool Natural,
    FromItem Right,
    Expression? On,
    IReadOnlyList<Identifier> Using) : FromItem(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Left = map.One(Left),
        Right = map.One(Right),
        On = map.One(On),
        Using = map.Many(Using),
    };
}
