using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Functions of numbers (Amazon Redshift: "Math functions", "TO_NUMBER function").</summary>
static class DuckDbNumbers
{
    public static FunctionWriter? Find(string name) => name switch
    {
        "log" => call => call.Named("log10"),
        "power" => call => call.Named("pow"),
        "mod" => Modulo,
        "trunc" => Truncate,
        "abs" or "ceil" or "floor" or "round" or "sign" => call => call.Type.IsSuper ? OfSuper(call, call.Bound.Function.Name) : Named(call),
        "factorial" => call => $"CAST(factorial({call[0].Bare}) AS DECIMAL(38,0))",
        "pi" or "random" => call => call.Named(call.Bound.Function.Name),
        _ => null,
    };

    static Fragment Named(CallText call) => call.Named(call.Bound.Function.Name);

    static Fragment OfSuper(CallText call, string name)
    {
        Fragment number = $"{name}(CASE WHEN json_type({call[0].Bare}) IN ('BIGINT', 'UBIGINT', 'HUGEINT', 'DOUBLE') THEN CAST(CAST({call[0].Bare} AS VARCHAR) AS DOUBLE) END)";
        return DuckDbWriter.OfNumber(number);
    }

    static Fragment Modulo(CallText call) =>
        $"CASE WHEN {call[1]} = 0 AND {call[0]} IS NOT NULL THEN error('division by zero') ELSE {call[0]} % {call[1]} END";

    // of a time it is the date
    static Fragment Truncate(CallText call) => call.TypeOf(0) switch
    {
        { IsDateTime: true } => call.As(call[0], DataType.Date),
        { IsSuper: true } => OfSuper(call, "trunc"),
        { IsInteger: true } when call.Count == 1 => call[0],
        _ => call.Named("trunc"),
    };
}
