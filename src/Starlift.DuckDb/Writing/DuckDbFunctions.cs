using Starlift.DuckDb.Writing.Values;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Functions that DuckDB has not, or has otherwise.</summary>
static class DuckDbFunctions
{
    /// <summary>How the function is said; null where DuckDB has one of that name, which does the same.</summary>
    public static FunctionWriter? Find(string name) =>
        ValueCalls.Find(name) ?? DuckDbTexts.Find(name) ?? DuckDbNumbers.Find(name) ?? DuckDbTimes.Find(name) ?? DuckDbSetFunctions.Find(name)
        ?? DuckDbJson.Find(name) ?? DuckDbSystem.Find(name) ?? SharedFunctions.Find(name);
}
