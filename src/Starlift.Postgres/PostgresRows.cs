using Npgsql;
using NpgsqlTypes;
using Starlift.Sql;
using Starlift.Sql.Rewriting;
using Starlift.Warehouses;

namespace Starlift.Postgres;

/// <summary>Rows from and to PostgreSQL as plain values.</summary>
static class PostgresRows
{
    /// <summary>The rows of the last result that has columns.</summary>
    /// <param name="reader">Whose values come as text.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<QueryResult> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var result = new QueryResult([], []);
        do
        {
            if (reader.FieldCount > 0)
            {
                result = await ReadOneAsync(reader, cancellationToken);
            }
        }
        while (await reader.NextResultAsync(cancellationToken));
        return result;
    }

    /// <param name="reader">Whose values come as text.</param>
    public static IReadOnlyList<ResultColumn> ColumnsOf(NpgsqlDataReader reader) =>
    [
        .. Enumerable.Range(0, reader.FieldCount).Select(i => new ResultColumn(reader.GetName(i), WireTypes.Of(reader.GetDataTypeOID(i), reader.GetDataTypeName(i)))),
    ];

    /// <summary>The row that the reader is at.</summary>
    /// <param name="reader">Whose values come as text.</param>
    public static object?[] RowOf(NpgsqlDataReader reader)
    {
        var row = new object?[reader.FieldCount];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = reader.IsDBNull(i) ? null : PostgresValues.Of(reader.GetDataTypeOID(i), reader.GetString(i));
        }

        return row;
    }

    /// <summary>Appends rows by one binary COPY; the columns are the table's, in its order.</summary>
    public static async Task<ulong> AppendAsync(
        NpgsqlConnection connection, TableName table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var importer = await connection.BeginBinaryImportAsync($"COPY {SqlNames.Of(table)} FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(cancellationToken);
            foreach (var value in row)
            {
                await (value switch
                {
                    null => importer.WriteNullAsync(cancellationToken),
                    string text => importer.WriteAsync(text, NpgsqlDbType.Text, cancellationToken),
                    long number => importer.WriteAsync(number, NpgsqlDbType.Bigint, cancellationToken),
                    int number => importer.WriteAsync(number, NpgsqlDbType.Integer, cancellationToken),
                    bool flag => importer.WriteAsync(flag, NpgsqlDbType.Boolean, cancellationToken),
                    double number => importer.WriteAsync(number, NpgsqlDbType.Double, cancellationToken),
                    decimal number => importer.WriteAsync(number, NpgsqlDbType.Numeric, cancellationToken),
                    DateTime time => importer.WriteAsync(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), NpgsqlDbType.Timestamp, cancellationToken),
                    _ => throw new ArgumentException($"a {value.GetType()} can't be appended", nameof(rows)),
                });
            }
        }

        return await importer.CompleteAsync(cancellationToken);
    }

    static async Task<QueryResult> ReadOneAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(RowOf(reader));
        }

        return new QueryResult(columns, rows);
    }
}
