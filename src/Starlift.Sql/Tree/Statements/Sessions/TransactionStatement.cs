using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>BEGIN, COMMIT, ROLLBACK and their other names.</summary>
/// <param name="Modes">ISOLATION LEVEL, READ ONLY.</param>
public sealed record TransactionStatement(TextSpan Span, TransactionKind Kind, Opaque? Modes) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Modes = map.One(Modes) };
}
