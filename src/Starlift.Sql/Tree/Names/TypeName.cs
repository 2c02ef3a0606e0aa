using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A type as it is written; its meaning is not looked at.</summary>
/// <param name="Name">Its words folded and parted by one blank, without arguments: "character varying", "timestamp with time zone", "numeric".</param>
/// <param name="Arguments">What stands in its brackets, such as a length.</param>
/// <param name="Quoted">Its name is written in double quotes.</param>
/// <param name="Schema">As in pg_catalog.int4.</param>
/// <param name="Qualifier">Of INTERVAL only.</param>
/// <param name="IsArray">With [] behind it, which Redshift refuses in tables.</param>
public sealed record TypeName(
    TextSpan Span,
    string Name,
    IReadOnlyList<TypeArgument> Arguments,
    bool Quoted,
    Identifier? Schema,
    IntervalQualifier? Qualifier,
    bool IsArray) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Arguments = map.Many(Arguments),
        Schema = map.One(Schema),
        Qualifier = map.One(Qualifier),
    };
}
