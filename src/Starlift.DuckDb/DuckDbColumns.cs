using System.Globalization;
using Starlift.Sql;
using Starlift.Sql.Meaning.Types;

namespace Starlift.DuckDb;

/// <summary>What DuckDB itself knows of a table's columns.</summary>
static class DuckDbColumns
{
    /// <summary>
    /// Names, types and whether NULL is allowed, YES or NO, in order; of a temporary table where it hides another. Asks for this table alone: the
    /// system table of columns goes through those of all tables and views. Fails where there is no such table.
    /// </summary>
    public static string Describe(TableName table) => $"DESCRIBE {DuckDbName.Of(table)}";

    /// <summary>A definition that a COPY can fill: text without a length takes as much as Redshift's widest VARCHAR.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="rows">Of <see cref="Describe"/>.</param>
    public static CreateTable DefinitionOf(TableName table, IReadOnlyList<object?[]> rows)
    {
        var columns = rows.Select(row => $"\"{((string)row[0]!).Replace("\"", "\"\"", StringComparison.Ordinal)}\" {Type((string)row[1]!)}{(row[2] is "NO" ? " not null" : "")}");
        var sql = $"create table {DuckDbName.Of(table)} ({string.Join(", ", columns)})";
        return (CreateTable)SqlScript.Parse(table.ToString(), sql)[0];
    }

    /// <summary>The nearest type of Redshift's, as a type of values; one that fits everything where none is like it.</summary>
    /// <param name="duckDbType">As the system tables have it.</param>
    public static DataType TypeOf(string duckDbType) => duckDbType switch
    {
        "VARCHAR" => DataType.Varchar(DataType.MaxVarchar),
        "JSON" => DataType.Super,
        "BLOB" => DataType.Varbyte(DataType.DefaultVarbyte),
        "BOOLEAN" => DataType.Boolean,
        "TINYINT" or "SMALLINT" => DataType.SmallInt,
        "INTEGER" => DataType.Integer,
        "BIGINT" => DataType.BigInt,
        "HUGEINT" => DataType.Decimal(DataType.MaxPrecision, 0),
        "FLOAT" => DataType.Real,
        "DOUBLE" => DataType.DoublePrecision,
        "DATE" => DataType.Date,
        "TIME" => DataType.Time,
        "TIME WITH TIME ZONE" => DataType.TimeTz,
        "TIMESTAMP" => DataType.Timestamp,
        "TIMESTAMP WITH TIME ZONE" => DataType.TimestampTz,
        "INTERVAL" => DataType.Interval,
        _ when duckDbType.StartsWith("DECIMAL(", StringComparison.Ordinal) => Decimal(duckDbType[8..^1].Split(',')),
        _ => DataType.Open,
    };

    static DataType Decimal(string[] numbers)
    {
        var (precision, scale) = (int.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[1], CultureInfo.InvariantCulture));
        return DataType.Decimal(precision, Math.Min(scale, DataType.MaxScale));
    }

    static string Type(string duckDbType) => duckDbType switch
    {
        "VARCHAR" => "varchar(max)",
        "JSON" => "super",
        "BLOB" => "varbyte",
        "FLOAT" => "real",
        "DOUBLE" => "double precision",
        "TIMESTAMP WITH TIME ZONE" => "timestamptz",
        "TINYINT" => "smallint",
        "HUGEINT" => "decimal(38,0)",
        "DECIMAL(38,38)" => "decimal(38,37)",
        _ when duckDbType.StartsWith("DECIMAL", StringComparison.Ordinal) => duckDbType,
        "BOOLEAN" or "SMALLINT" or "INTEGER" or "BIGINT" or "DATE" or "TIME" or "TIMESTAMP" => duckDbType,
        _ => "varchar(max)",
    };
}
