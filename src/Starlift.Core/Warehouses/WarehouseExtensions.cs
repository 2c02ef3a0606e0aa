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
        Convert.ToInt64((await warehouse.QueryAsync(sql, cancellationToken)).Rows[0][0], System.Globalization.CultureInfo.InvariantCulture);
}
