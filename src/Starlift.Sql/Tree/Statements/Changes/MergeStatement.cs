using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>MERGE.</summary>
/// <param name="Alias">Redshift knows none of the target.</param>
public sealed record MergeStatement(
    TextSpan Span,
    QualifiedName Target,
    TableAlias? Alias,
    FromItem Source,
    Expression On,
    IReadOnlyList<MergeClause> Clauses,
    bool RemoveDuplicates) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Target = map.One(Target),
        Alias = map.One(Alias),
        Source = map.One(Source),
        On = map.One(On),
        Clauses = map.Many(Clauses),
    };
}
