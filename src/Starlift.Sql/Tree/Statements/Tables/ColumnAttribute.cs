using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>What stands behind a column's type.</summary>
/// <param name="Constraint">The name behind CONSTRAINT.</param>
/// <param name="Value">Of DEFAULT and CHECK.</param>
/// <param name="Word">The encoding, the collation.</param>
/// <param name="Arguments">Seed and step of IDENTITY.</param>
/// <param name="References">Of REFERENCES.</param>
/// <param name="ReferencedColumns">Empty where it is the primary key.</param>
public sealed record ColumnAttribute(
    TextSpan Span,
    ColumnAttributeKind Kind,
    Identifier? Constraint,
    Expression? Value,
    Identifier? Word,
    IReadOnlyList<Expression> Arguments,
    QualifiedName? References,
    IReadOnlyList<Identifier> ReferencedColumns) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Constraint = map.One(Constraint),
        Value = map.One(Value),
        Word = map.One(Word),
        Arguments = map.Many(Arguments),
        References = map.One(References),
        ReferencedColumns = map.Many(ReferencedColumns),
    };
}
