using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>UNLOAD.</summary>
/// <param name="Query">The query's text; its places are those of the decoded text.</param>
/// <param name="Target">Behind TO.</param>
/// <param name="Options">In their order, the authorization among them.</param>
public sealed record UnloadStatement(
    TextSpan Span,
    StringLiteral Query,
    StringLiteral Target,
    IReadOnlyList<StatementOption> Options) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Query = map.One(Query),
        Target = map.One(Target),
        Options = map.Many(Options),
    };
}
