namespace Starlift.Sql.Meaning.Functions;

/// <summary>Names of types called as functions: <c>int4(x)</c>, <c>date(x)</c>; each is a cast (PostgreSQL manual: "Type Casts").</summary>
static class CastFunctions
{
    public static FunctionRow[] Rows =>
    [
        Row("int2", "smallint"),
        Row("int4", "integer"),
        Row("int8", "bigint"),
        Row("float4", "real"),
        Row("float8", "double"),
        Row("numeric", "decimal"),
        Row("bool", "boolean"),
        Row("text", "varchar"),
        Row("varchar", "varchar"),
        Row("bpchar", "char"),
        Row("date", "date"),
        Row("timestamp", "timestamp"),
        Row("timestamptz", "timestamptz"),
    ];

    /// <summary>True where the row is a cast: the argument then converts to the result as CAST converts.</summary>
    public static bool Is(FunctionRow row) => row.Page == Page;

    const string Page = "PostgreSQL manual, Type Casts";

    static FunctionRow Row(string name, string type) => new(name, $"any -> {type}", Page);
}
