using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>ALTER of anything but a table.</summary>
public sealed record AlterObjectStatement(TextSpan Span, ObjectKind Kind, ObjectName? Name, Opaque Rest) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name), Rest = map.One(Rest) };
}
