using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>What stands behind the columns of a table or before AS: DISTSTYLE, SORTKEY.</summary>
/// <param name="Word">In lower case: of BACKUP, DISTSTYLE, ENCODE and AUTO REFRESH the word behind it, of SORTKEY compound, interleaved, auto or none.</param>
/// <param name="Columns">Of DISTKEY and SORTKEY: names as ColumnReference, or positions.</param>
public sealed record TableAttribute(
    TextSpan Span,
    TableAttributeKind Kind,
    string? Word,
    IReadOnlyList<Expression> Columns) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Columns = map.Many(Columns) };
}
