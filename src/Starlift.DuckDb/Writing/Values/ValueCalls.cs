using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing.Values;

/// <summary>
/// Functions that Starlift calculates itself, because DuckDB's differ or are missing. Where DuckDB's own expression is exactly Redshift's it is
/// written instead: it is faster, and a view with it needs nothing of Starlift.
/// </summary>
static class ValueCalls
{
    /// <summary>How the function is said; null where it is none of these.</summary>
    public static FunctionWriter? Find(string name) =>
        FormatCalls.Find(name) ?? TimeCalls.Find(name) ?? PatternCalls.Find(name) ?? TextCalls.Find(name) ?? HashCalls.Find(name) ?? ByteCalls.Find(name) ?? JsonCalls.Find(name) ?? ArrayCalls.Find(name);
}
