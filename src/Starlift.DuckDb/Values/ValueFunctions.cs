using Starlift.DuckDb.Native.Scalars;

namespace Starlift.DuckDb.Values;

/// <summary>All functions in C# that statements for DuckDB call. Their names begin with <c>starlift_</c>, so that they hide none of DuckDB's.</summary>
static class ValueFunctions
{
    public static IEnumerable<ScalarFunction> All =>
    [
        .. ConversionFunctions.All,
        .. FormatFunctions.All,
        .. TimeFunctions.All,
        .. PatternFunctions.All,
        .. TextFunctions.All,
        .. HashFunctions.All,
        .. ByteFunctions.All,
        .. JsonFunctions.All,
        .. ArrayFunctions.All,
    ];
}
