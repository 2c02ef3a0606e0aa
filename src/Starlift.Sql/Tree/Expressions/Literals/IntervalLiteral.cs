using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>INTERVAL '1 day', INTERVAL '1-2' YEAR TO MONTH.</summary>
public sealed record IntervalLiteral(TextSpan Span, StringLiteral Text, IntervalQualifier? Qualifier) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Text = map.One(Text), Qualifier = map.One(Qualifier) };
}
