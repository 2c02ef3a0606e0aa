using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Analysis;

/// <summary>The parts that a value is made of, and what each does for it.</summary>
static class ValueParts
{
    public static IEnumerable<(BoundNode Part, ColumnUse Use)> Of(BoundNode value) => value switch
    {
        BoundAlias or BoundMergedColumn or BoundScalarQuery or BoundOuterJoinMark or BoundConversion { How: ConversionKind.Implicit } => All(value, ColumnUse.Identity),
        BoundCase choice =>
        [
            .. choice.Branches.SelectMany(branch => new (BoundNode, ColumnUse)[] { (branch.When, ColumnUse.Conditional), (branch.Then, ColumnUse.Identity) }),
            .. choice.Else is { } rest ? [(rest, ColumnUse.Identity)] : Array.Empty<(BoundNode, ColumnUse)>(),
        ],
        BoundCall { Over: { } window } call =>
        [
            .. call.Arguments.Select(argument => ((BoundNode)argument, call.Function.IsAggregate ? ColumnUse.Aggregation : ColumnUse.Transformation)),
            .. window.Expressions.Select(expression => ((BoundNode)expression, ColumnUse.Window)),
        ],
        BoundCall { IsAggregate: true } => All(value, ColumnUse.Aggregation),
        _ => All(value, ColumnUse.Transformation),
    };

    static IEnumerable<(BoundNode Part, ColumnUse Use)> All(BoundNode value, ColumnUse use) => value.Children.Select(child => (child, use));
}
