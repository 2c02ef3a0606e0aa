using System.Globalization;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Functions;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Writing;

/// <content>Calls of functions.</content>
public abstract partial class EngineWriter
{
    /// <summary>How the engine says the function; null where it has one of that name, which does the same.</summary>
    /// <param name="name">In lower case; of a function that is another name of one, that one's.</param>
    protected abstract FunctionWriter? Function(string name);

    /// <summary>The call.</summary>
    protected virtual Fragment Call(BoundCall call)
    {
        // the name of a type that is called is a cast
        if (CastFunctions.Is(call.Function))
        {
            return Convert(new BoundConversion(call.Span, call.Type, call.Arguments[0], ConversionKind.Cast));
        }

        var name = call.Function.SameAs ?? call.Function.Name;
        if (name is not ("grouping" or "grouping_id"))
        {
            return call.IsAggregate ? InRows(() => Said(call, name)) : Said(call, name);
        }

        _namesGroups = true;
        var grouping = Said(call, name);
        _namesGroups = false;
        return grouping;
    }

    Fragment Said(BoundCall call, string name)
    {
        var text = new CallText(this, call);
        return Function(name) is { } writer ? writer(text)
            : call.Function.IsAggregate || call.Over is not null ? text.Aggregate(name)
            : Default(text, name);
    }

    /// <summary>A call of which nothing is known but its name.</summary>
    protected virtual Fragment Default(CallText call, string name) => call.Named(FunctionCatalogue.Find(name) is null ? Quote(name) : name);

    /// <summary>OVER with a space before; empty without one.</summary>
    public virtual Fragment Over(BoundCall call)
    {
        if (call.Over is not { } window)
        {
            return Fragment.Empty;
        }

        List<Fragment> parts = [];
        if (window.PartitionBy.Count > 0)
        {
            parts.Add($"PARTITION BY {Fragment.Join(", ", window.PartitionBy.Select(Key))}");
        }

        if (window.OrderBy.Count > 0)
        {
            parts.Add($"ORDER BY {Fragment.Join(", ", window.OrderBy.Select(Ranked))}");
        }

        if (window.Frame is { } frame)
        {
            parts.Add(frame.End is null ? (Fragment)$"ROWS {Bound(call, frame.Start)}" : $"ROWS BETWEEN {Bound(call, frame.Start)} AND {Bound(call, frame.End)}");
        }

        return $" OVER ({Fragment.Join(" ", parts)})";
    }

    // texts that are equal are peers
    Fragment Ranked(BoundOrder order) => order.Value.Type.IsText && TrailingBlanks.Possible(order.Value)
        ? $"{Key(order.Value)}{(order.Descending ? " DESC" : "")} NULLS {(order.NullsFirst ? "FIRST" : "LAST")}"
        : Order(order);

    Fragment Bound(BoundCall call, FrameBound bound) => bound.Kind switch
    {
        FrameBoundKind.UnboundedPreceding => Fragment.Of("UNBOUNDED PRECEDING"),
        FrameBoundKind.UnboundedFollowing => Fragment.Of("UNBOUNDED FOLLOWING"),
        FrameBoundKind.CurrentRow => Fragment.Of("CURRENT ROW"),
        var kind when Rows(bound.Offset) is { } rows => $"{rows} {(kind == FrameBoundKind.Preceding ? "PRECEDING" : "FOLLOWING")}",
        _ => throw Refuse(call, "the number of rows of a window's frame is no number", "write the number itself: rows between 2 preceding and current row"),
    };

    static string? Rows(Expression? offset) => offset switch
    {
        ParenthesizedExpression brackets => Rows(brackets.Inner),
        NumberLiteral number when long.TryParse(number.Digits, NumberStyles.None, CultureInfo.InvariantCulture, out _) => number.Digits,
        _ => null,
    };
}
