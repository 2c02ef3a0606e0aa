using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>RENAME TO.</summary>
public sealed record RenameTable(TextSpan Span, Identifier Name) : AlterAction(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name) };
}
