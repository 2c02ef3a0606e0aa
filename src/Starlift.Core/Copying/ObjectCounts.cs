using Starlift.Objects;

namespace Starlift.Copying;

/// <summary>What a load made of one object: records read = rows + rejects.</summary>
/// <param name="Object">Which version was read.</param>
/// <param name="Records">Root values and stretches of text that are none.</param>
/// <param name="Rows">Records that became rows.</param>
/// <param name="Rejects">Records that did not.</param>
public sealed record ObjectCounts(ObjectVersion Object, long Records, long Rows, long Rejects)
{
    /// <summary>The object was read to its end. Always so where the warehouse reads objects by itself, and fails where it can't.</summary>
    public bool IsWhole { get; init; } = true;
}
