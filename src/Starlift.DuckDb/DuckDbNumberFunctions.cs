using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Functions of numbers (Amazon Redshift: "Math functions", "TO_NUMBER").</summary>
static class DuckDbNumberFunctions
{
    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["dexp"] = call => call.Renamed("exp"),
        ["dlog1"] = call => call.Renamed("ln"),
        ["dlog10"] = call => call.Renamed("log10"),
        ["dpow"] = call => call.Renamed("pow"),
        ["to_number"] = ToNumber,
        ["isnan"] = call => call.Renamed("isnan"),
    };

    static Rewritten? ToNumber(FunctionCall call)
    {
        if (call.Arguments is not [var text, var format])
        {
            return null;
        }

        var literal = format.Literal ?? throw call.Error("the format of TO_NUMBER is no string", "on DuckDB it has to be a 'string'");
        var point = literal.IndexOfAny(['.', 'D', 'd']);
        var scale = point < 0 ? 0 : literal[point..].Count(c => c is '9' or '0');
        return call.With($"CAST(regexp_replace(CAST({text.Text} AS VARCHAR), '[^0-9.-]', '', 'g') AS DECIMAL(38,{scale}))");
    }
}
