using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A parameter of a function or procedure.</summary>
public sealed record RoutineParameter(TextSpan Span, ParameterMode Mode, Identifier? Name, TypeName Type) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name), Type = map.One(Type) };
}
