using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives the conditions their meaning that are written with words (Amazon Redshift: "Conditions").</summary>
sealed class ConditionBinder(BindContext context, Coercion coercion, ExpressionBinder expressions, QueryBinder queries)
{
    public BoundExpression Bind(Expression expression, Scope scope) => expression switch
    {
        BetweenExpression between => BindBetween(between, scope),
        InListExpression list => BindList(list, scope),
        InQueryExpression query => BindQuery(query, scope),
        QuantifiedComparison quantified => BindQuantified(quantified, scope),
        ExistsExpression exists => new BoundExists(exists.Span, queries.BindBelow(exists.Query, scope)),
        IsExpression test => BindIs(test, scope),
        LikeExpression like => BindLike(like, scope),
        DistinctFromExpression distinct => BindDistinct(distinct, scope),
        _ => throw context.Fail(SqlStates.FeatureNotSupported, "this expression is not supported", expression.Span),
    };

    BoundBetween BindBetween(BetweenExpression between, Scope scope)
    {
        var operand = expressions.Bind(between.Operand, scope);
        return new BoundBetween(
            between.Span,
            operand,
            expressions.Compare(between.Span, operand, BinaryOperator.GreaterOrEqual, expressions.Bind(between.Low, scope)),
            expressions.Compare(between.Span, operand, BinaryOperator.LessOrEqual, expressions.Bind(between.High, scope)),
            between.Negated,
            between.Symmetric);
    }

    BoundIn BindList(InListExpression list, Scope scope)
    {
        var operand = expressions.Bind(list.Operand, scope);
        var items = list.Items.Select(item => expressions.Bind(item, scope)).ToList();
        if (operand is BoundRow)
        {
            var pairs = items.ConvertAll(item => expressions.Compare(list.Span, operand, BinaryOperator.Equal, item));
            return new BoundIn(list.Span, pairs[0].Left, [.. pairs.Select(pair => pair.Right)], list.Negated);
        }

        // each item is compared as = would; all are compared as one type, which all of these have in common
        var common = operand.Type;
        foreach (var item in items)
        {
            var compared = expressions.Compare(list.Span, operand, BinaryOperator.Equal, item);
            common = Comparisons.CommonOf(common, compared.Right.Type) ?? common;
        }

        var converted = items.ConvertAll(item => coercion.To(item, Comparisons.Operand(Own(item, common), common)));
        return new BoundIn(list.Span, coercion.To(operand, Comparisons.Operand(operand.Type, common)), converted, list.Negated);
    }

    // a literal among DECIMALs has its own digits
    static DataType Own(BoundExpression item, DataType common) =>
        item is BoundLiteral { Type.IsUnknown: true, Text: { } text } && common.IsDecimal && LiteralTypes.DecimalOf(text) is { } type ? type : item.Type;

    BoundQueryComparison BindQuery(InQueryExpression expression, Scope scope) =>
        Compare(expression.Span, expressions.Bind(expression.Operand, scope), BinaryOperator.Equal, false, queries.BindBelow(expression.Query, scope), expression.Negated);

    BoundExpression BindQuantified(QuantifiedComparison quantified, Scope scope)
    {
        var left = expressions.Bind(quantified.Left, scope);
        if (quantified.Query is { } query)
        {
            return Compare(quantified.Span, left, quantified.Operator, quantified.All, queries.BindBelow(query, scope), false);
        }

        // of arrays only system tables have some
        var array = expressions.Bind(quantified.Array!, scope);
        return array.Type.Kind == TypeKind.Array || array.Type.IsUnknown
            ? new BoundArrayComparison(quantified.Span, coercion.Known(left), quantified.Operator, quantified.All, array)
            : throw context.Fail(SqlStates.WrongObjectType, "op ANY/ALL (array) requires array on right side", array.Span);
    }

    BoundQueryComparison Compare(TextSpan span, BoundExpression left, BinaryOperator name, bool all, BoundQuery query, bool negated)
    {
        IReadOnlyList<BoundExpression> operands = left is BoundRow row ? row.Items : [left];
        if (operands.Count != query.Columns.Count)
        {
            throw context.Fail(SqlStates.SyntaxError, operands.Count < query.Columns.Count ? "subquery has too many columns" : "subquery has too few columns", query.Span);
        }

        var converted = new BoundExpression[operands.Count];
        var types = new DataType[operands.Count];
        for (var i = 0; i < converted.Length; i++)
        {
            var column = new BoundOutput(query.Span, query.Columns[i].Type, i);
            var pair = expressions.Compare(span, operands[i], name, column);
            (converted[i], types[i]) = (pair.Left, pair.Right.Type);
        }

        return new BoundQueryComparison(span, converted, name, all, query, types, negated);
    }

    BoundIs BindIs(IsExpression test, Scope scope)
    {
        var operand = expressions.Bind(test.Operand, scope);
        return new BoundIs(test.Span, test.Test == IsTest.Null ? coercion.Known(operand) : coercion.Condition(operand, $"IS {(test.Negated ? "NOT " : "")}{test.Test.ToString().ToUpperInvariant()}"), test.Test, test.Negated);
    }

    BoundLike BindLike(LikeExpression like, Scope scope)
    {
        var pair = expressions.Compare(like.Span, expressions.Bind(like.Operand, scope), like.Kind == LikeKind.ILike ? BinaryOperator.ILike : BinaryOperator.Like, expressions.Bind(like.Pattern, scope));
        var escape = like.Escape is null ? null : coercion.To(expressions.Bind(like.Escape, scope), DataType.Text);
        return new BoundLike(like.Span, pair.Left, like.Kind, pair.Right, escape, like.Negated);
    }

    BoundDistinctFrom BindDistinct(DistinctFromExpression distinct, Scope scope)
    {
        var pair = expressions.Compare(distinct.Span, expressions.Bind(distinct.Left, scope), BinaryOperator.Equal, expressions.Bind(distinct.Right, scope));
        return new BoundDistinctFrom(distinct.Span, pair.Left, pair.Right, distinct.Negated);
    }
}
