using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>PRIMARY KEY, UNIQUE, FOREIGN KEY or CHECK of a table.</summary>
/// <param name="Name">Behind CONSTRAINT.</param>
/// <param name="Columns">Empty for CHECK.</param>
/// <param name="References">Of FOREIGN KEY.</param>
/// <param name="ReferencedColumns">Empty where they are the primary key's.</param>
/// <param name="Check">Of CHECK, which Redshift refuses.</param>
public sealed record TableConstraint(
    TextSpan Span,
    Identifier? Name,
    ConstraintKind Kind,
    IReadOnlyList<Identifier> Columns,
    QualifiedName? References,
    IReadOnlyList<Identifier> ReferencedColumns,
    Expression? Check) : TableElement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Name = map.One(Name),
        Columns = map.Many(Columns),
        References = map.One(References),
        ReferencedColumns = map.Many(ReferencedColumns),
        Check = map.One(Check),
    };
}
