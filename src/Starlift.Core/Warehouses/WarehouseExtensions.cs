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

    /// <summary>Counts the rows of several sources in one statement, whose parts a warehouse works on at the same time.</summary>
    /// <param name="warehouse">Where they are.</param>
    /// <param name="sources">Each from FROM on.</param>
    /// <param name="number">What the statement calls a source's number.</param>
    /// <param name="count">What it calls the rows of one.</param>
    /// <param name="cancellationToken">Ends the counting.</param>
    /// <returns>One a source, in their order.</returns>
    internal static async Task<long[]> CountEachAsync(
        this IWarehouse warehouse, IReadOnlyList<string> sources, string number, string count, CancellationToken cancellationToken)
    {
        var parts = sources.Select((from, i) => $"select {i} as {number}, count(*) as {count} {from}");
        return sources.Count == 0 ? [] : await warehouse.CountsAsync(string.Join("\nunion all ", parts), sources.Count, cancellationToken);
    }
}
