using Starlift.Sql.Meaning.Functions;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A call of a function, an aggregate or a window function.</summary>
/// <param name="Function">Which.</param>
/// <param name="Arguments">Converted to what the function takes.</param>
public sealed record BoundCall(TextSpan Span, DataType Type, FunctionRow Function, IReadOnlyList<BoundExpression> Arguments) : BoundExpression(Span, Type)
{
    /// <summary>COUNT(*).</summary>
    public bool IsStar { get; init; }

    public bool IsDistinct { get; init; }

    /// <summary>APPROXIMATE before it.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>The date part that is its first argument; that isn't among <see cref="Arguments"/> then.</summary>
    public DatePart? DatePart { get; init; }

    /// <summary>ORDER BY of WITHIN GROUP.</summary>
    public IReadOnlyList<BoundOrder> WithinGroup { get; init; } = [];

    public NullTreatment Nulls { get; init; }

    /// <summary>OVER; null without.</summary>
    public BoundWindow? Over { get; init; }

    /// <summary>True where it is calculated of a group of rows.</summary>
    public bool IsAggregate => Over is null && Function.IsAggregate;

    public override IEnumerable<BoundNode> Children =>
        [.. Arguments, .. WithinGroup.Select(order => order.Value), .. Over is null ? [] : Over.Expressions];
}
