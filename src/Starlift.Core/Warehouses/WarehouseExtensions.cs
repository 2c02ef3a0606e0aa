using System.Globalization;
using Starlift.Sql;

namespace Starlift.Warehouses;

/// <summary>SQL of Starlift's own, given as text in Redshift's dialect.</summary>
public static class WarehouseExtensions
{
    /// <summary>Executes each statement of the text.</summary>
    /// <returns>The count of the last.</returns>
    public static async Task<long> ExecuteAsync(this IWarehouse warehouse, string sql, CancellationToken cancellationToken)
    {
        long count = -1;
        foreach (var statement in SqlScript.Parse("starlift", sql))
        {
            count = await warehouse.ExecuteAsync(statement, cancellationToken);
        }

        return count;
    }

    public static Task<QueryResult> QueryAsync(this IWarehouse warehouse, string sql, CancellationToken cancellationToken) =>
        warehouse.QueryAsync(SqlScript.Parse("starlift", sql)[0], cancellationToken);

    /// <summary>The only value of a query that counts something.</summary>
    public static async Task<long> CountAsync(this IWarehouse warehouse, string sql, CancellationToken cancellationToken) =>
        Convert.ToInt64((await warehouse.QueryAsync(sql, cancellationToken)).Rows[0][0], CultureInfo.InvariantCulture);

    /// <summary>What a query counts of several kinds: its rows are the number of a kind, from 0, and how many there are of it.</summary>
    /// <returns>By number; 0 for a kind without a row.</returns>
    internal static async Task<long[]> CountsAsync(this IWarehouse warehouse, string sql, int kinds, CancellationToken cancellationToken)
    {
        var counts = new long[kinds];
        foreach (var row in (await warehouse.QueryAsync(sql, cancellationToken)).Rows)
        {
            counts[Convert.ToInt32(row[0], CultureInfo.InvariantCulture)] = Convert.ToInt64(row[1], CultureInfo.InvariantCulture);
        }

        return counts;
    }
}
