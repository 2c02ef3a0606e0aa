using Starlift.Sql;
using Starlift.Sql.Meaning.Types;

namespace Starlift.Postgres;

/// <summary>Redshift's types in PostgreSQL's words.</summary>
static class PostgresType
{
    /// <summary>
    /// The PostgreSQL type that holds every value of <paramref name="type"/>. Lengths of texts stay: they count characters here and bytes
    /// in Redshift, so that what fits there fits here.
    /// </summary>
    public static string Of(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Decimal => $"numeric({type.Precision},{type.Scale})",
        SqlTypeKind.Super => "jsonb",
        SqlTypeKind.Varchar when type.Length == 65_535 => "text",
        SqlTypeKind.Varbyte => "bytea",
        _ => type.ToString(),
    };

    /// <summary>The Redshift type of what PostgreSQL calls <paramref name="formatted"/>; VARCHAR(MAX) for a type that Redshift has not.</summary>
    /// <param name="formatted">Of format_type().</param>
    public static SqlType Redshift(string formatted) => Find(formatted) ?? SqlType.AnyText;

    /// <summary>The same as a type of values, which fits everything where Redshift has none like it.</summary>
    /// <param name="formatted">Of format_type().</param>
    public static DataType Value(string formatted) => Find(formatted)?.ToDataType() ?? formatted switch
    {
        "interval" => DataType.Interval,
        "name" => new DataType(TypeKind.Name),
        "oid" => new DataType(TypeKind.Oid),
        "regclass" => new DataType(TypeKind.RegClass),
        _ => DataType.Open,
    };

    static SqlType? Find(string formatted)
    {
        var bracket = formatted.IndexOf('(', StringComparison.Ordinal);
        var numbers = bracket < 0 ? [] : Numbers(formatted[(bracket + 1)..formatted.IndexOf(')', StringComparison.Ordinal)]);
        var name = bracket < 0 ? formatted : formatted.Remove(bracket, formatted.IndexOf(')', StringComparison.Ordinal) + 1 - bracket);
        return name switch
        {
            "character varying" when numbers is [>= 1 and <= 65_535 and var length] => new SqlType(SqlTypeKind.Varchar, length),
            "character" when numbers is [>= 1 and <= 4_096 and var length] => new SqlType(SqlTypeKind.Char, length),
            "character varying" or "character" or "text" => SqlType.AnyText,
            "numeric" => numbers is [var precision and <= 38, >= 0 and <= 37 and var scale] && scale <= precision
                ? new SqlType(SqlTypeKind.Decimal, Precision: precision, Scale: scale)
                : new SqlType(SqlTypeKind.Decimal, Precision: 38, Scale: 10),
            "timestamp without time zone" => new SqlType(SqlTypeKind.Timestamp),
            "timestamp with time zone" => new SqlType(SqlTypeKind.TimestampTz),
            "time without time zone" => new SqlType(SqlTypeKind.Time),
            "time with time zone" => new SqlType(SqlTypeKind.TimeTz),
            "jsonb" => new SqlType(SqlTypeKind.Super),
            "bytea" => SqlType.AnyVarbyte,
            "smallint" => new SqlType(SqlTypeKind.SmallInt),
            "integer" => new SqlType(SqlTypeKind.Integer),
            "bigint" => new SqlType(SqlTypeKind.BigInt),
            "real" => new SqlType(SqlTypeKind.Real),
            "double precision" => new SqlType(SqlTypeKind.DoublePrecision),
            "boolean" => new SqlType(SqlTypeKind.Boolean),
            "date" => new SqlType(SqlTypeKind.Date),
            _ => null,
        };
    }

    // A server's limits are wider than Redshift's.
    static int[] Numbers(string arguments) =>
        [.. arguments.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
}
