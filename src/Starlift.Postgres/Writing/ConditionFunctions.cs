using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <summary>Functions that choose one of their arguments (Amazon Redshift: "Conditional expressions").</summary>
static class ConditionFunctions
{
    public static IReadOnlyDictionary<string, FunctionWriter> All { get; } = new Dictionary<string, FunctionWriter>
    {
        ["coalesce"] = call => call.Named("coalesce"),
        ["nvl2"] = SharedFunctions.Nvl2,
        ["nullif"] = SharedFunctions.NullIf,
        ["decode"] = SharedFunctions.Decode,
    };
}
