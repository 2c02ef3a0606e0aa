using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>SET.</summary>
/// <param name="Name">"timezone" for TIME ZONE, "seed" for SEED, "session_authorization" for SESSION AUTHORIZATION.</param>
/// <param name="Values">Bare words are ColumnReferences; empty for DEFAULT.</param>
/// <param name="Rest">What stands behind the name without TO, as in SET SESSION CHARACTERISTICS.</param>
public sealed record SetStatement(
    TextSpan Span,
    bool Local,
    QualifiedName Name,
    IReadOnlyList<Expression> Values,
    Opaque? Rest) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Name = map.One(Name),
        Values = map.Many(Values),
        Rest = map.One(Rest),
    };
}
