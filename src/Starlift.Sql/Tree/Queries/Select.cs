using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>SELECT.</summary>
/// <param name="Distinct">Null without DISTINCT.</param>
/// <param name="Items">None only where the statement is refused elsewhere.</param>
/// <param name="From">Between commas.</param>
public sealed record Select(
    TextSpan Span,
    SelectDistinct? Distinct,
    TopClause? Top,
    IReadOnlyList<SelectItem> Items,
    ExcludeClause? Exclude,
    IntoClause? Into,
    IReadOnlyList<FromItem> From,
    Expression? Where,
    ConnectByClause? ConnectBy,
    GroupByClause? GroupBy,
    Expression? Having,
    IReadOnlyList<NamedWindow> Windows,
    Expression? Qualify) : QueryBody(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Distinct = map.One(Distinct),
        Top = map.One(Top),
        Items = map.Many(Items),
        Exclude = map.One(Exclude),
        Into = map.One(Into),
        From = map.Many(From),
        Where = map.One(Where),
        ConnectBy = map.One(ConnectBy),
        GroupBy = map.One(GroupBy),
        Having = map.One(Having),
        Windows = map.Many(Windows),
        Qualify = map.One(Qualify),
    };
}
