using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>CONNECT BY, with START WITH before or behind it.</summary>
public sealed record ConnectByClause(TextSpan Span, Expression? StartWith, Expression Condition) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { StartWith = map.One(StartWith), Condition = map.One(Condition) };
}
