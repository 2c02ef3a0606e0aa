using System.Globalization;
using Npgsql;
using Starlift.Sql.Meaning.Types;
using Starlift.Warehouses;

namespace Starlift.Redshift;

/// <summary>
/// Reads rows that came as text. Redshift has types that PostgreSQL has not, and the driver's binary reading stumbles over them; text is
/// the same for all.
/// </summary>
static class RedshiftRows
{
    public static async Task<QueryResult> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var types = TypesOf(reader);
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(RowOf(reader, types));
        }

        return new QueryResult(columns, rows);
    }

    public static IReadOnlyList<ResultColumn> ColumnsOf(NpgsqlDataReader reader) =>
    [
        .. Enumerable.Range(0, reader.FieldCount).Select(i => new ResultColumn(reader.GetName(i), WireTypes.Of(reader.GetDataTypeOID(i), reader.GetDataTypeName(i)))),
    ];

    /// <summary>The numbers of the columns' types in pg_type.</summary>
    public static uint[] TypesOf(NpgsqlDataReader reader)
    {
        var types = new uint[reader.FieldCount];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = reader.GetDataTypeOID(i);
        }

        return types;
    }

    /// <summary>The row that the reader is at.</summary>
    /// <param name="reader">Whose values come as text.</param>
    /// <param name="types">Of <see cref="TypesOf"/>, asked for once for all rows.</param>
    public static object?[] RowOf(NpgsqlDataReader reader, uint[] types)
    {
        var row = new object?[types.Length];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = reader.IsDBNull(i) ? null : ValueOf(types[i], reader.GetString(i));
        }

        return row;
    }

    /// <param name="answer">Of the Data API. A statement that yields no rows has no columns.</param>
    public static QueryResult Of(RedshiftAnswer answer)
    {
        var columns = answer.Columns ?? [];
        var types = columns.Select(column => RedshiftTypes.NumberOf(column.Type)).ToArray();
        return new QueryResult(
            [.. columns.Select(column => column.Name)], [.. answer.Rows.Select(row => row.Select((value, i) => ValueOf(types[i], value)).ToArray())]);
    }

    /// <param name="answer">Of the Data API, which tells no lengths.</param>
    public static IReadOnlyList<ResultColumn> ColumnsOf(RedshiftAnswer answer) =>
        [.. (answer.Columns ?? []).Select(column => new ResultColumn(column.Name, RedshiftTypes.NumberOf(column.Type) is { } number ? WireTypes.Of(number, "") : DataType.Text))];

    /// <summary>The value of a field that came as JSON. What the type's name does not explain stays what it is.</summary>
    static object? ValueOf(uint? type, object? value) => (type, value) switch
    {
        ({ } known, string text) => ValueOf(known, text),
        ({ } known, IFormattable number) => ValueOf(known, number.ToString(null, CultureInfo.InvariantCulture)),
        _ => value,
    };

    /// <summary>The value of a type's text; the text itself where .NET has no such value: a year 12000.</summary>
    /// <param name="type">The type's number in pg_type.</param>
    /// <param name="text">As Redshift writes it, with DateStyle ISO.</param>
    public static object ValueOf(uint type, string text) => type switch
    {
        RedshiftTypes.Boolean => text is "t" or "true",
        RedshiftTypes.SmallInt => short.Parse(text, CultureInfo.InvariantCulture),
        RedshiftTypes.Integer => int.Parse(text, CultureInfo.InvariantCulture),
        RedshiftTypes.BigInt => long.Parse(text, CultureInfo.InvariantCulture),
        RedshiftTypes.ObjectId => long.Parse(text, CultureInfo.InvariantCulture),
        RedshiftTypes.Decimal => WideDecimal.Of(text),
        RedshiftTypes.Real => float.Parse(text, CultureInfo.InvariantCulture),
        RedshiftTypes.Double => double.Parse(text, CultureInfo.InvariantCulture),
        RedshiftTypes.Date => WireText.Date(text),
        RedshiftTypes.Time => WireText.Time(text),
        RedshiftTypes.Timestamp => WireText.Timestamp(text),
        RedshiftTypes.TimestampTz => WireText.TimestampTz(text),
        RedshiftTypes.Varbyte => Convert.FromHexString(text),
        RedshiftTypes.Char => text.TrimEnd(' '),
        _ => text,
    };
}
