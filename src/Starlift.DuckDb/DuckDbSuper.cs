using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Paths into a SUPER column, which is a JSON column in DuckDB.</summary>
sealed class DuckDbSuper : ISuperDialect
{
    public string Json(SuperPath path) => path.HasSteps ? $"json_extract({path.Column}, {PathOf(path)})" : path.Column;

    public string Text(SuperPath path) => $"json_extract_string({path.Column}, {PathOf(path)})";

    public string Number(SuperPath path) => $"TRY_CAST({Text(path)} AS DECIMAL(38,9))";

    public string Boolean(SuperPath path) => $"TRY_CAST({Text(path)} AS BOOLEAN)";

    public string Unnest(SuperPath path, string alias) => $"LATERAL (SELECT unnest(CAST({Json(path)} AS JSON[])) AS {alias}) AS {alias}";

    public string? Cast(string operand, SqlTokens tokens, int index, int end) => DuckDbCasts.All.Cast(operand, tokens, index, end);

    static string PathOf(SuperPath path) =>
        DuckDbName.Literal("$" + string.Concat(path.Steps.Select(step => step is int number ? DuckDbJsonPath.Step(number) : DuckDbJsonPath.Step((string)step))));
}
