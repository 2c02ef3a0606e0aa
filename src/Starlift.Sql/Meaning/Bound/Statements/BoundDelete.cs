using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>DELETE.</summary>
public sealed record BoundDelete(
    TextSpan Span,
    IReadOnlyList<CommonTableDefinition> CommonTables,
    BoundTable Target,
    BoundFrom? Using,
    BoundExpression? Where) : BoundStatement(Span)
{
    public override IEnumerable<BoundNode> Children
    {
        get
        {
            IEnumerable<BoundNode?> all = [.. CommonTables.Select(table => table.Query), Target, Using, Where];
            return all.OfType<BoundNode>();
        }
    }
}
