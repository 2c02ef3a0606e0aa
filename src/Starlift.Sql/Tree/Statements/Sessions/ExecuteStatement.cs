using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>EXECUTE.</summary>
public sealed record ExecuteStatement(TextSpan Span, Identifier Name, IReadOnlyList<Expression> Arguments) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name), Arguments = map.Many(Arguments) };
}
