using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.Postgres;

/// <summary>Paths into a SUPER column, which is a jsonb column in PostgreSQL.</summary>
sealed class PostgresSuper : ISuperDialect
{
    public string Json(SuperPath path) => path.HasSteps ? $"jsonb_extract_path({path.Column}, {Steps(path)})" : path.Column;

    public string Text(SuperPath path) => path.HasSteps ? $"jsonb_extract_path_text({path.Column}, {Steps(path)})" : $"({path.Column} #>> '{{}}')";

    public string Number(SuperPath path) => $"CASE WHEN jsonb_typeof({Json(path)}) = 'number' THEN CAST({Text(path)} AS numeric) END";

    public string Boolean(SuperPath path) => $"CASE WHEN jsonb_typeof({Json(path)}) = 'boolean' THEN CAST({Text(path)} AS boolean) END";

    public string Unnest(SuperPath path, string alias) =>
        $"LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof({Json(path)}) = 'array' THEN {Json(path)} ELSE '[]' END) AS {alias}({alias})";

    // the text of a number may have a fraction, which an integer does not read
    public string? Cast(string operand, SqlTokens tokens, int index, int end) =>
        SqlNames.TypeAt(tokens, index)?.Kind is SqlTypeKind.SmallInt or SqlTypeKind.Integer or SqlTypeKind.BigInt
            ? PostgresCasts.All.Cast($"CAST({operand} AS numeric)", tokens, index, end)
            : PostgresCasts.All.Cast(operand, tokens, index, end);

    static string Steps(SuperPath path) =>
        string.Join(", ", path.Steps.Select(step => SqlNames.Literal(Convert.ToString(step, System.Globalization.CultureInfo.InvariantCulture)!)));
}
