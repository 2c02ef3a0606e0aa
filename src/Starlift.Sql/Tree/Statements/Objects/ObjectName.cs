using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>An object's name, with the types of its arguments where it is a function or procedure.</summary>
/// <param name="Parameters">Null without brackets.</param>
public sealed record ObjectName(TextSpan Span, QualifiedName Name, IReadOnlyList<RoutineParameter>? Parameters) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name), Parameters = map.Many(Parameters) };
}
