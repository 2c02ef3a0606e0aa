using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.Postgres;

/// <summary>Casts with Redshift's names and defaults.</summary>
static class PostgresCasts
{
    public static Casts All { get; } = new(Write);

    static string Write(string operand, SqlType type, bool statesLength) => type switch
    {
        { Kind: SqlTypeKind.Super } => $"to_jsonb({(operand.StartsWith('\'') ? $"CAST({operand} AS text)" : operand)})",
        // without a length nothing is cut, as on DuckDB
        { Kind: SqlTypeKind.Varchar } when !statesLength => $"CAST({operand} AS varchar)",
        _ => $"CAST({operand} AS {PostgresType.Of(type)})",
    };
}
