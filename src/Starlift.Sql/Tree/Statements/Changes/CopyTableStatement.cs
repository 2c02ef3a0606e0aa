using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>COPY.</summary>
/// <param name="Source">Behind FROM.</param>
/// <param name="Options">In their order, the authorization among them.</param>
public sealed record CopyTableStatement(
    TextSpan Span,
    QualifiedName Table,
    IReadOnlyList<Identifier> Columns,
    StringLiteral Source,
    IReadOnlyList<StatementOption> Options) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Table = map.One(Table),
        Columns = map.Many(Columns),
        Source = map.One(Source),
        Options = map.Many(Options),
    };
}
