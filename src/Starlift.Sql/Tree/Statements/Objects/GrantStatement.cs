using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>GRANT or REVOKE, ALTER DEFAULT PRIVILEGES … GRANT too.</summary>
/// <param name="Privileges">Empty where roles are granted.</param>
/// <param name="ObjectKind">Null where roles are granted.</param>
/// <param name="AllInSchema">ALL TABLES IN SCHEMA and the like; the objects are schemas.</param>
/// <param name="Objects">Roles where roles are granted.</param>
/// <param name="GrantOption">WITH GRANT OPTION, GRANT OPTION FOR, WITH ADMIN OPTION.</param>
/// <param name="Scope">Objects that are no names, such as those of ASSUMEROLE and FOR TABLES IN.</param>
/// <param name="Defaults">ALTER DEFAULT PRIVILEGES with its clauses.</param>
/// <param name="Behavior">Of REVOKE.</param>
/// <param name="Rest">What else there is: the namespace or account that a datashare is granted to, FOR COPY behind ASSUMEROLE.</param>
public sealed record GrantStatement(
    TextSpan Span,
    bool Revoke,
    IReadOnlyList<Privilege> Privileges,
    ObjectKind? ObjectKind,
    bool AllInSchema,
    IReadOnlyList<ObjectName> Objects,
    IReadOnlyList<Grantee> Grantees,
    bool GrantOption,
    Opaque? Scope,
    Opaque? Defaults,
    DropBehavior Behavior,
    Opaque? Rest) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Privileges = map.Many(Privileges),
        Objects = map.Many(Objects),
        Grantees = map.Many(Grantees),
        Scope = map.One(Scope),
        Defaults = map.One(Defaults),
        Rest = map.One(Rest),
    };
}
