using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>EXPLAIN.</summary>
public sealed record ExplainStatement(TextSpan Span, bool Verbose, Statement Statement) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Statement = map.One(Statement) };
}
