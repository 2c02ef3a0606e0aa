using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>Statements that are parted by semicolons; empty ones are none.</summary>
public sealed record Script(TextSpan Span, IReadOnlyList<Statement> Statements) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Statements = map.Many(Statements) };
}
