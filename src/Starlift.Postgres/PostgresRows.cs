using Npgsql;
using NpgsqlTypes;
using Starlift.Sql;
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

    /// <param name="reader">Whose values come as text.</param>
    /// <param name="types">Of <see cref="TypesOf"/>.</param>
    /// <param name="bound">What Redshift says that the columns are; empty where that isn't known.</param>
    public static IReadOnlyList<ResultColumn> ColumnsOf(NpgsqlDataReader reader, uint[] types, IReadOnlyList<Sql.Meaning.Bound.ResultColumn> bound) =>
    [
        .. types.Select((type, i) =>
        {
            var told = WireTypes.Of(type, reader.GetDataTypeName(i));
            return bound.Count == types.Length ? new ResultColumn(bound[i].Name, bound[i].Type.Kind == told.Kind ? bound[i].Type : told) : new ResultColumn(reader.GetName(i), told);
        }),
    ];

    /// <summary>The row that the reader is at.</summary>
    /// <param name="reader">Whose values come as text.</param>
    /// <param name="types">Of <see cref="TypesOf"/>, asked for once for all rows.</param>
    public static object?[] RowOf(NpgsqlDataReader reader, uint[] types)
    {
        var row = new object?[types.Length];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = reader.IsDBNull(i) ? null : PostgresValues.Of(types[i], reader.GetString(i));
        }

        return row;
    }

    /// <summary>Appends rows by one binary COPY; the columns are the table's, in its order.</summary>
    public static async Task<ulong> AppendAsync(
        NpgsqlConnection connection, TableName table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var importer = await connection.BeginBinaryImportAsync($"COPY {table.Quoted} FROM STDIN (FORMAT BINARY)", cancellationToken);
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
        var types = TypesOf(reader);
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(RowOf(reader, types));
        }

        return new QueryResult(columns, rows);
    }
}
