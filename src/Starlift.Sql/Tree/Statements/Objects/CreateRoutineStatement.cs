using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>CREATE FUNCTION, CREATE PROCEDURE.</summary>
/// <param name="Body">Behind AS.</param>
/// <param name="Options">VOLATILE, NONATOMIC, SECURITY and the like.</param>
public sealed record CreateRoutineStatement(
    TextSpan Span,
    ObjectKind Kind,
    bool OrReplace,
    QualifiedName Name,
    IReadOnlyList<RoutineParameter> Parameters,
    TypeName? Returns,
    StringLiteral? Body,
    Identifier? Language,
    IReadOnlyList<Opaque> Options) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Name = map.One(Name),
        Parameters = map.Many(Parameters),
        Returns = map.One(Returns),
        Body = map.One(Body),
        Language = map.One(Language),
        Options = map.Many(Options),
    };
}
