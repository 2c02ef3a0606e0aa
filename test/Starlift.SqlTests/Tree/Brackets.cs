using Starlift.Sql.Tree;

namespace Starlift.SqlTests.Tree;

/// <summary>Expressions with brackets around whatever an operator takes together.</summary>
static class Brackets
{
    public static string Of(Expression expression, string sql) => expression switch
    {
        BinaryExpression { Operator: var op } binary => $"({Of(binary.Left, sql)} {op} {Of(binary.Right, sql)})",
        UnaryExpression { Operator: var op } unary => $"({op} {Of(unary.Operand, sql)})",
        CastExpression cast => $"({Of(cast.Operand, sql)} :: {cast.Type.Name})",
        BetweenExpression between => $"({Of(between.Operand, sql)} {Not(between.Negated)}between {Of(between.Low, sql)} {Of(between.High, sql)})",
        LikeExpression like => $"({Of(like.Operand, sql)} {Not(like.Negated)}{like.Kind} {Of(like.Pattern, sql)})",
        IsExpression test => $"({Of(test.Operand, sql)} {Not(test.Negated)}{test.Test})",
        InListExpression list => $"({Of(list.Operand, sql)} {Not(list.Negated)}in {string.Join(' ', list.Items.Select(item => Of(item, sql)))})",
        AtTimeZone zone => $"({Of(zone.Operand, sql)} at {Of(zone.Zone, sql)})",
        Subscript subscript => $"({Of(subscript.Operand, sql)} [] {Of(subscript.Index, sql)})",
        FieldAccess field => $"({Of(field.Operand, sql)} . {field.Field.Name})",
        OuterJoinMark mark => $"({Of(mark.Operand, sql)} (+))",
        ParenthesizedExpression inner => $"[{Of(inner.Inner, sql)}]",
        _ => sql[expression.Span.Start..expression.Span.End],
    };

    static string Not(bool negated) => negated ? "not " : "";
}
