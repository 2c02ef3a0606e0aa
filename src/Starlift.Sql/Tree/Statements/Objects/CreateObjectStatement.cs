using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>CREATE of what Starlift only passes on: users, groups, roles, databases, external schemas and tables.</summary>
public sealed record CreateObjectStatement(TextSpan Span, ObjectKind Kind, QualifiedName? Name, Opaque? Rest) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name), Rest = map.One(Rest) };
}
