using System.Globalization;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Functions;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives OVER its meaning, with what Redshift refuses in it (Amazon Redshift: "Window functions").</summary>
sealed class WindowBinder(BindContext context, ExpressionBinder expressions)
{
    public BoundWindow Bind(FunctionCall call, FunctionRow row, Scope scope)
    {
        if (!row.IsWindow)
        {
            throw context.Fail(SqlStates.WrongObjectType, $"OVER specified, but {row.Name} is not a window function nor an aggregate function", call.Span);
        }

        if (call.Distinct)
        {
            throw context.Fail(SqlStates.FeatureNotSupported, "DISTINCT is not supported for window functions", call.Span);
        }

        if (call.Over!.Window is not { Base: null } window)
        {
            throw context.Fail(SqlStates.FeatureNotSupported, "named windows are not supported", call.Over.Span, "write the window into OVER (…)");
        }

        var partitions = window.PartitionBy.Select(expression => NotConstant(expressions.BindKnown(expression, scope), "partition by")).ToList();
        var order = window.OrderBy
            .Select(item => new BoundOrder(NotConstant(expressions.BindKnown(item.Value, scope), "order by"), item.Descending, item.NullsFirst ?? item.Descending)).ToList();
        CheckFrame(call, row, window);
        return new BoundWindow(partitions, order, window.Frame);
    }

    BoundExpression NotConstant(BoundExpression key, string clause) => BoundWalk.Nodes(key, intoQueries: true).Any(node => node is BoundColumn or BoundPlaceholder or BoundQuery or BoundCall { Arguments: [] })
        ? key
        : throw context.Fail(SqlStates.FeatureNotSupported, $"constant expressions are not supported in {clause} clauses", key.Span);

    void CheckFrame(FunctionCall call, FunctionRow row, WindowDefinition window)
    {
        var isOrdered = window.OrderBy.Count > 0;
        if (row.Name is "listagg" or "median" or "percentile_cont" or "percentile_disc" or "ratio_to_report" && (isOrdered || window.Frame is not null))
        {
            throw context.Fail(SqlStates.FeatureNotSupported, $"{row.Name} window function does not support ORDER BY and frame clauses in OVER", window.Span);
        }

        var takesFrame = row.IsAggregate || row.Name is "first_value" or "last_value" or "nth_value";
        if (window.Frame is { } frame)
        {
            if (frame.Unit != FrameUnit.Rows)
            {
                throw context.Fail(SqlStates.FeatureNotSupported, $"{frame.Unit.ToString().ToUpperInvariant()} clause of window functions not yet implemented", frame.Span);
            }

            if (!takesFrame)
            {
                throw context.Fail(SqlStates.FeatureNotSupported, $"window function {row.Name} does not support a frame clause", frame.Span);
            }

            CheckBounds(frame);
        }
        else if (isOrdered && takesFrame)
        {
            throw context.Fail(SqlStates.FeatureNotSupported, "Aggregate window functions with an ORDER BY clause require a frame clause", call.Over!.Span);
        }
    }

    void CheckBounds(WindowFrame frame)
    {
        var start = Place(frame.Start);
        var end = frame.End is null ? frame.Start.Kind is FrameBoundKind.UnboundedFollowing ? double.PositiveInfinity : 0 : Place(frame.End);
        if (start > end || frame.End is not null && (frame.Start.Kind == FrameBoundKind.UnboundedFollowing || frame.End.Kind == FrameBoundKind.UnboundedPreceding))
        {
            throw context.Fail(SqlStates.WindowingError, "frame starting from this row cannot end before it starts", frame.Span);
        }
    }

    // rows from the current one; one row where the number isn't written
    static double Place(FrameBound bound) => bound.Kind switch
    {
        FrameBoundKind.UnboundedPreceding => double.NegativeInfinity,
        FrameBoundKind.Preceding => -Rows(bound),
        FrameBoundKind.Following => Rows(bound),
        FrameBoundKind.UnboundedFollowing => double.PositiveInfinity,
        _ => 0,
    };

    static double Rows(FrameBound bound) =>
        bound.Offset is NumberLiteral number && double.TryParse(number.Digits, CultureInfo.InvariantCulture, out var rows) ? rows : 1;
}
