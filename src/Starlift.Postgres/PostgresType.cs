using Starlift.Sql;

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

    /// <summary>The Redshift type, as DDL writes it, of what PostgreSQL calls <paramref name="formatted"/>.</summary>
    /// <param name="formatted">Of format_type().</param>
    public static string Redshift(string formatted)
    {
        var bracket = formatted.IndexOf('(', StringComparison.Ordinal);
        var arguments = bracket < 0 ? "" : formatted[bracket..(formatted.IndexOf(')', StringComparison.Ordinal) + 1)];
        var name = bracket < 0 ? formatted : formatted.Remove(bracket, arguments.Length);
        return name switch
        {
            "character varying" when Numbers(arguments) is [>= 1 and <= 65_535] => $"varchar{arguments}",
            "character" when Numbers(arguments) is [>= 1 and <= 4_096] => $"char{arguments}",
            "numeric" => Numbers(arguments) is [var precision and <= 38, >= 0 and <= 37 and var scale] && scale <= precision ? $"decimal{arguments}" : "decimal(38,10)",
            "timestamp without time zone" => "timestamp",
            "timestamp with time zone" => "timestamptz",
            "time without time zone" => "time",
            "time with time zone" => "timetz",
            "jsonb" => "super",
            "bytea" => "varbyte",
            "smallint" or "integer" or "bigint" or "real" or "double precision" or "boolean" or "date" => name,
            _ => "varchar(max)",
        };
    }

    // A server's limits are wider than Redshift's.
    static int[] Numbers(string arguments) =>
        [.. arguments.Trim('(', ')').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
}
