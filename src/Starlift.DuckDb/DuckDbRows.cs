using DuckDB.NET.Data;
using Starlift.DuckDb.Native;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.DuckDb;

/// <summary>Rows from and to DuckDB as plain values.</summary>
static class DuckDbRows
{
    public static QueryResult Read(DuckDBCommand command)
    {
        using var reader = command.ExecuteReader();
        var results = new Results(reader);
        return new QueryResult([.. results.Columns.Select(column => column.Name)], results.ReadAll());
    }

    /// <returns>How many rows were added.</returns>
    public static long Append(DuckDBConnection connection, TableName table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        long count = 0;
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
            count++;
        }

        return count;
    }
}
