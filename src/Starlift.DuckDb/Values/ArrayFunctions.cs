using Starlift.DuckDb.Native.Scalars;
using Starlift.Sql.Values.Json;
using static Starlift.DuckDb.Native.Scalars.ScalarType;

namespace Starlift.DuckDb.Values;

/// <summary>Amazon Redshift: "Array functions".</summary>
static class ArrayFunctions
{
    public static ScalarFunction[] All =>
    [
        new("starlift_array_contains", [Json, Json, ScalarType.Boolean], ScalarType.Boolean, static (ref c) => Contains(ref c)),
        new("starlift_array_position", [Json, Json, ScalarType.Boolean], Integer, static (ref c) => Position(ref c)),
        new("starlift_array_positions", [Json, Json, ScalarType.Boolean], Json, static (ref c) => Positions(ref c)),
        new("starlift_array_distinct", [Json], Json, static (ref c) => Written(ref c, SuperArrays.TryDistinct(c.Bytes(0), c.Text))),
        new("starlift_array_flatten", [Json], Json, static (ref c) => Written(ref c, SuperArrays.TryFlatten(c.Bytes(0), c.Text))),
        new("starlift_array_union", [Json, Json], Json, static (ref c) => Written(ref c, SuperArrays.TryUnion(c.Bytes(0), c.Bytes(1), c.Text))),
        new("starlift_array_except", [Json, Json, ScalarType.Boolean], Json, static (ref c) => Written(ref c, SuperArrays.TryExcept(c.Bytes(0), c.Bytes(1), c.Boolean(2), c.Text))),
        new("starlift_array_intersection", [Json, Json, ScalarType.Boolean], Json, static (ref c) => Written(ref c, SuperArrays.TryIntersect(c.Bytes(0), c.Bytes(1), c.Boolean(2), c.Text))),
        new("starlift_arrays_overlap", [Json, Json], ScalarType.Boolean, static (ref c) => Overlap(ref c)),
        new("starlift_array_sort", [Json, ScalarType.Boolean, ScalarType.Boolean], Json, static (ref c) => Written(ref c, SuperArrays.TrySort(c.Bytes(0), c.Boolean(1), c.Boolean(2), c.Text))),
    ];

    static void Written(ref ScalarCall call, bool isWritten)
    {
        if (isWritten)
        {
            call.ReturnWritten();
        }
    }

    static void Contains(ref ScalarCall call)
    {
        if (SuperArrays.Positions(call.Bytes(0), call.Bytes(1), call.Boolean(2)) is { } found)
        {
            call.Return(found.Count > 0);
        }
    }

    static void Position(ref ScalarCall call)
    {
        if (SuperArrays.Positions(call.Bytes(0), call.Bytes(1), call.Boolean(2)) is { } found)
        {
            call.Return(found.Count > 0 ? found[0] : -1);
        }
    }

    static void Positions(ref ScalarCall call)
    {
        if (SuperArrays.Positions(call.Bytes(0), call.Bytes(1), call.Boolean(2)) is { } found)
        {
            call.Return($"[{string.Join(',', found)}]");
        }
    }

    static void Overlap(ref ScalarCall call)
    {
        if (SuperArrays.Overlap(call.Bytes(0), call.Bytes(1)) is { } overlap)
        {
            call.Return(overlap);
        }
    }
}
