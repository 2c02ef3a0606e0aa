using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives PIVOT and UNPIVOT their meaning (Amazon Redshift: "PIVOT and UNPIVOT examples").</summary>
sealed class PivotBinder(BindContext context, Coercion coercion, ExpressionBinder expressions, FromBinder items)
{
    public FromResult Bind(PivotItem pivot, Scope scope)
    {
        var (input, inner) = Input(pivot.Source, scope);
        var aggregates = pivot.Aggregates.Select(item => Aggregate(item, inner)).ToList();
        var column = expressions.Bind(pivot.Column, inner) as BoundColumn
            ?? throw context.Fail(SqlStates.SyntaxError, "PIVOT needs a column of its input behind FOR", pivot.Column.Span);
        var values = new List<BoundExpression>(pivot.Values.Count);
        foreach (var item in pivot.Values)
        {
            var value = expressions.Bind(item.Value, scope.Sibling());
            if (BoundWalk.Nodes(value, intoQueries: true).Any(node => node is BoundColumn or BoundQuery))
            {
                throw context.Fail(SqlStates.FeatureNotSupported, "values of PIVOT can't be columns or subqueries", item.Span);
            }

            values.Add(expressions.Compare(item.Span, column, BinaryOperator.Equal, value).Right);
        }

        var used = aggregates.SelectMany(aggregate => BoundWalk.Nodes(aggregate, intoQueries: false)).OfType<BoundColumn>().Append(column).ToList();
        var groups = input.Columns.Select(visible => visible.Value).OfType<BoundColumn>()
            .Where(candidate => !used.Exists(other => ReferenceEquals(other.Source, candidate.Source) && other.Index == candidate.Index)).ToList();
        List<SourceColumn> columns = [.. groups.Select(group => new SourceColumn(group.Name, group.Type))];
        for (var i = 0; i < values.Count; i++)
        {
            for (var j = 0; j < aggregates.Count; j++)
            {
                columns.Add(new SourceColumn(ColumnName(pivot.Values[i], pivot.Aggregates[j], aggregates.Count), aggregates[j].Type));
            }
        }

        var name = pivot.Alias is null ? null : context.NameOf(pivot.Alias.Name);
        return FromResult.Of(new BoundPivot(
            pivot.Span, name, items.Renamed(columns, pivot.Alias, pivot.Span), input.From, groups, aggregates, column, values));
    }

    public FromResult Bind(UnpivotItem unpivot, Scope scope)
    {
        var (input, inner) = Input(unpivot.Source, scope);
        var columns = unpivot.Columns.Select(item => expressions.Bind(item.Value, inner)).ToList();
        var values = coercion.ToCommon(columns, "UNPIVOT", out var type);
        var names = unpivot.Columns.Select(item => item.Alias is null ? ResultNames.Of(item.Value, context) : context.NameOf(item.Alias)).ToList();
        var kept = input.Columns.Select(visible => visible.Value).OfType<BoundColumn>()
            .Where(candidate => !columns.Exists(other => other is BoundColumn column && ReferenceEquals(column.Source, candidate.Source) && column.Index == candidate.Index)).ToList();
        List<SourceColumn> result =
        [
            .. kept.Select(column => new SourceColumn(column.Name, column.Type)),
            new(context.NameOf(unpivot.Name), DataType.Text),
            new(context.NameOf(unpivot.Value), type),
        ];
        return FromResult.Of(new BoundUnpivot(
            unpivot.Span,
            unpivot.Alias is null ? null : context.NameOf(unpivot.Alias.Name),
            items.Renamed(result, unpivot.Alias, unpivot.Span),
            input.From,
            kept,
            values,
            names,
            unpivot.IncludeNulls));
    }

    (FromResult Input, Scope Inner) Input(FromItem source, Scope scope)
    {
        var input = items.Bind(source, scope);
        var inner = scope.Sibling();
        inner.Add(input);
        return (input, inner);
    }

    BoundCall Aggregate(SelectItem item, Scope scope) =>
        expressions.Bind(item.Value, scope) is BoundCall { Over: null, Function.Name: "count" or "sum" or "min" or "max" or "avg" } call
            ? call
            : throw context.Fail(SqlStates.FeatureNotSupported, "PIVOT takes COUNT, SUM, MIN, MAX or AVG by itself", item.Span);

    string ColumnName(SelectItem value, SelectItem aggregate, int aggregates)
    {
        var name = value.Alias is not null ? context.NameOf(value.Alias) : TextOf(value.Value);
        return aggregate.Alias is not null && (aggregates > 1 || value.Alias is not null) ? $"{name}_{context.NameOf(aggregate.Alias)}"
            : aggregates > 1 ? $"{name}_{ResultNames.Of(aggregate.Value, context)}" : name;
    }

    static string TextOf(Expression value) => value switch
    {
        StringLiteral text => text.Value.ToLowerInvariant(),
        TypedLiteral typed => typed.Text.Value,
        NumberLiteral number => number.Digits,
        NullLiteral => "null",
        BooleanLiteral boolean => boolean.Value ? "true" : "false",
        UnaryExpression { Operator: UnaryOperator.Minus, Operand: NumberLiteral number } => "-" + number.Digits,
        CastExpression cast => TextOf(cast.Operand),
        ParenthesizedExpression brackets => TextOf(brackets.Inner),
        _ => "?column?",
    };
}
