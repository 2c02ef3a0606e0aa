using CsCheck;

namespace Starlift.Tests.Copying;

/// <summary>Generators that pick from a list.</summary>
static class Pick
{
    public static Gen<T> From<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
