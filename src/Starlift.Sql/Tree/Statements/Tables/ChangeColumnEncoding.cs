using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>ALTER [COLUMN] … ENCODE.</summary>
public sealed record ChangeColumnEncoding(TextSpan Span, Identifier Column, Identifier Encoding) : AlterAction(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Column = map.One(Column), Encoding = map.One(Encoding) };
}
