using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>VACUUM.</summary>
/// <param name="Mode">In lower case, its words parted by one blank: "full", "sort only".</param>
/// <param name="Percent">TO n PERCENT.</param>
public sealed record VacuumStatement(TextSpan Span, QualifiedName? Table, string? Mode, Expression? Percent, bool Boost) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Table = map.One(Table), Percent = map.One(Percent) };
}
