using System.Numerics;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.DuckDb;

/// <summary>Rows from and to DuckDB as plain values.</summary>
static class DuckDbRows
{
    public static QueryResult Read(DuckDBCommand command)
    {
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var zoned = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetDataTypeName(i) == nameof(DuckDBType.TimestampTz)).ToArray();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : Plain(reader.GetValue(i), zoned[i]);
            }

            rows.Add(row);
        }

        return new QueryResult(columns, rows);
    }

    public static void Append(DuckDBConnection connection, TableName table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        using var appender = connection.CreateAppender(table.Schema, table.Name);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var target = appender.CreateRow();
            foreach (var value in row)
            {
                target = value switch
                {
                    null => target.AppendNullValue(),
                    string text => target.AppendValue(text),
                    long number => target.AppendValue(number),
                    int number => target.AppendValue(number),
                    bool flag => target.AppendValue(flag),
                    double number => target.AppendValue(number),
                    decimal number => target.AppendValue(number),
                    DateTime time => target.AppendValue(time),
                    _ => throw new ArgumentException($"a {value.GetType()} can't be appended", nameof(rows)),
                };
            }

            target.EndRow();
        }
    }

    // HUGEINT is what sums of integers are; most of them fit a plain integer all the same.
    static object Plain(object value, bool zoned) => value switch
    {
        DateTime time when zoned => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        Stream stream => Bytes(stream),
        BigInteger big when big >= long.MinValue && big <= long.MaxValue => (long)big,
        _ => value,
    };

    static byte[] Bytes(Stream stream)
    {
        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
