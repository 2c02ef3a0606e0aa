using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>LOCK.</summary>
public sealed record LockStatement(TextSpan Span, IReadOnlyList<QualifiedName> Tables, Opaque? Mode) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Tables = map.Many(Tables), Mode = map.One(Mode) };
}
