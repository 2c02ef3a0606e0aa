using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives joins their meaning; USING and NATURAL keep one of each pair of columns, first (Amazon Redshift: "FROM clause").</summary>
sealed class JoinBinder(BindContext context, ExpressionBinder expressions, FromBinder items)
{
    public FromResult Bind(JoinItem join, Scope scope)
    {
        var left = items.Bind(join.Left, scope);
        var inner = scope.Sibling();
        inner.Sources.AddRange(scope.Sources);
        items.CheckNames(scope.Sources, left.Sources);
        inner.Add(left);
        var right = items.Bind(join.Right, inner);
        items.CheckNames(left.Sources, right.Sources);
        inner.Add(right);

        IReadOnlyList<BoundSource> sources = [.. left.Sources, .. right.Sources];
        var names = join.Natural ? Shared(left, right) : [.. join.Using.Select(context.NameOf)];
        if (names.Count > 0)
        {
            return Merge(join, left, right, names, sources);
        }

        var on = join.On is null ? null : Condition(join.On, join.Kind, inner);
        return new FromResult(new BoundJoin(join.Span, left.From, join.Kind, right.From, on, []), sources, [.. left.Columns, .. right.Columns]);
    }

    BoundExpression Condition(Expression on, JoinKind kind, Scope scope)
    {
        var bound = expressions.BindCondition(on, scope, "JOIN/ON");
        if (BoundWalk.Aggregate(bound) is { } aggregate)
        {
            throw context.Fail(SqlStates.GroupingError, "aggregates not allowed in JOIN conditions", aggregate.Span);
        }

        return kind is JoinKind.Left or JoinKind.Right or JoinKind.Full && Correlation.In(bound) is { } correlated
            ? throw context.Fail(SqlStates.FeatureNotSupported, Correlation.Message, correlated.Span)
            : bound;
    }

    static List<string> Shared(FromResult left, FromResult right) =>
        [.. left.Columns.Select(column => column.Name).Where(name => right.Columns.Any(column => column.Name == name)).Distinct()];

    FromResult Merge(JoinItem join, FromResult left, FromResult right, List<string> names, IReadOnlyList<BoundSource> sources)
    {
        var merged = new List<BoundMergedColumn>(names.Count);
        var condition = default(BoundExpression);
        foreach (var name in names)
        {
            var (a, b) = (Column(left, name, "left", join.Span), Column(right, name, "right", join.Span));
            var pair = expressions.Compare(join.Span, a, BinaryOperator.Equal, b);
            condition = condition is null ? pair : new BoundBinary(join.Span, Types.DataType.Boolean, condition, BinaryOperator.And, pair);
            var type = join.Kind switch
            {
                JoinKind.Left => a.Type,
                JoinKind.Right => b.Type,
                _ => Types.CommonTypes.Of(a.Type, b.Type) ?? a.Type,
            };
            merged.Add(new BoundMergedColumn(join.Span, type, name, join.Kind, a, b));
        }

        List<VisibleColumn> columns =
        [
            .. merged.Select(column => new VisibleColumn(column.Name, column)),
            .. left.Columns.Where(column => !names.Contains(column.Name)),
            .. right.Columns.Where(column => !names.Contains(column.Name)),
        ];
        return new FromResult(new BoundJoin(join.Span, left.From, join.Kind, right.From, condition, merged), sources, columns);
    }

    BoundExpression Column(FromResult side, string name, string which, TextSpan span)
    {
        var found = side.Columns.Where(column => column.Name == name).ToList();
        return found switch
        {
            [var only] => only.Value,
            [] => throw context.Fail(SqlStates.UndefinedColumn, $"column \"{name}\" specified in USING clause does not exist in {which} table", span),
            _ => throw context.Fail(SqlStates.AmbiguousColumn, $"common column name \"{name}\" appears more than once in {which} table", span),
        };
    }
}
