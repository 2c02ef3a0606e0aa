namespace Starlift.Sql.Meaning.Functions;

/// <summary>Amazon Redshift: "Math functions".</summary>
static class NumberFunctions
{
    public static FunctionRow[] Rows =>
    [
        new("abs", "number -> $1 | super -> super", "ABS function"),
        new("acos", "double -> double", "ACOS function"),
        new("asin", "double -> double", "ASIN function"),
        new("atan", "double -> double", "ATAN function"),
        new("atan2", "double, double -> double", "ATAN2 function"),
        new("cos", "double -> double", "COS function"),
        new("cot", "double -> double", "COT function"),
        new("sin", "double -> double", "SIN function"),
        new("tan", "double -> double", "TAN function"),
        new("degrees", "double -> double", "DEGREES function"),
        new("radians", "double -> double", "RADIANS function"),
        new("cbrt", "double -> double", "CBRT function"),
        new("ceil", "number -> $1 | super -> super", "CEILING (or CEIL) function"),
        new("ceiling", "number -> $1 | super -> super", "CEILING (or CEIL) function") { SameAs = "ceil" },
        new("floor", "number -> $1 | super -> super", "FLOOR function"),
        new("round", "number, integer? -> $1 | super -> super", "ROUND function"),
        new("trunc", "timestamp -> date | timestamptz -> date | date -> date | number, integer? -> $1 | super -> super", "TRUNC function"),
        new("sign", "double -> double | real -> double | decimal -> decimal(1) | int -> decimal(1) | super -> super", "SIGN function"),
        new("mod", "number, number -> remainder", "MOD function"),
        new("sqrt", "double -> double", "SQRT function"),
        new("ln", "double -> double", "LN function"),
        new("dlog1", "double -> double", "DLOG1 function") { SameAs = "ln" },
        new("log", "double -> double", "LOG function"),
        new("dlog10", "double -> double", "DLOG10 function") { SameAs = "log" },
        new("exp", "double -> double", "EXP function"),
        new("dexp", "double -> double", "DEXP function") { SameAs = "exp" },
        new("power", "double, double -> double", "POWER function"),
        new("pow", "double, double -> double", "POWER function") { SameAs = "power" },
        new("pi", "-> double", "PI function"),
        new("random", "-> double", "RANDOM function") { Volatility = Volatility.Volatile },
        new("factorial", "bigint -> decimal(38)", "SQL functions supported on the leader node") { RunsOn = RunsOn.Leader },
        new("width_bucket", "double, double, double, integer -> integer", "PostgreSQL 8.0, Mathematical Functions"),
    ];
}
