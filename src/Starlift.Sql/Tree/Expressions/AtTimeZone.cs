using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>AT TIME ZONE.</summary>
public sealed record AtTimeZone(TextSpan Span, Expression Operand, Expression Zone) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Operand = map.One(Operand), Zone = map.One(Zone) };
}
