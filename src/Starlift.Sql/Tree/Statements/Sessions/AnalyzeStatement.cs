using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>ANALYZE.</summary>
/// <param name="Options">PREDICATE COLUMNS, COMPROWS n.</param>
public sealed record AnalyzeStatement(
    TextSpan Span,
    QualifiedName? Table,
    IReadOnlyList<Identifier> Columns,
    bool Verbose,
    bool Compression,
    Opaque? Options) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Table = map.One(Table),
        Columns = map.Many(Columns),
        Options = map.One(Options),
    };
}
