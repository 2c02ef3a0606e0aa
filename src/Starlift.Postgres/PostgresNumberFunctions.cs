using Starlift.Sql.Rewriting;

namespace Starlift.Postgres;

/// <summary>Functions of numbers (Amazon Redshift: "Math functions").</summary>
static class PostgresNumberFunctions
{
    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["dexp"] = call => call.Renamed("exp"),
        ["dlog1"] = call => call.Renamed("ln"),
        ["dlog10"] = call => call.Renamed("log"),
        ["dpow"] = call => call.Renamed("power"),
        // PostgreSQL rounds doubles to whole numbers only
        ["round"] = call => call.Arguments is [var value, var digits] ? call.With($"round(CAST({value.Text} AS numeric), {digits.Text})") : null,
        ["trunc"] = call => call.Arguments is [var value, var digits] ? call.With($"trunc(CAST({value.Text} AS numeric), {digits.Text})") : null,
    };
}
