using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Casts with Redshift's names and lengths.</summary>
static class DuckDbCasts
{
    public static Casts All { get; } = new(Write);

    static string Write(string operand, SqlType type, bool statesLength) => type switch
    {
        { Kind: SqlTypeKind.Super } => $"to_json({operand})",
        // a cast cuts what is too long for the length it states, where an INSERT fails
        { IsCharacter: true, Length: var length } when statesLength => $"left(CAST({operand} AS VARCHAR), {length})",
        _ => $"CAST({operand} AS {DuckDbType.Of(type)})",
    };
}
