using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>CREATE SCHEMA.</summary>
/// <param name="Name">Null where there is only AUTHORIZATION.</param>
/// <param name="Options">QUOTA.</param>
public sealed record CreateSchemaStatement(
    TextSpan Span,
    bool IfNotExists,
    Identifier? Name,
    Identifier? Authorization,
    Opaque? Options) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Name = map.One(Name),
        Authorization = map.One(Authorization),
        Options = map.One(Options),
    };
}
