using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.Stars;

/// <summary>
/// Holds what is published against a star that was built aside from all objects, table by table and key by key. IDENTITY columns are left out.
/// Rows stream by and are added up by buckets of their keys; only those of buckets that differ are read again and held, so many at a time. Writes nothing.
/// </summary>
/// <param name="project">Whose star tables.</param>
/// <param name="published">The target, in no transaction.</param>
/// <param name="aside">Where the project was run on all objects, in no transaction either.</param>
public sealed class StarVerification(Project project, IWarehouse published, IWarehouse aside)
{
    /// <summary>Of each kind.</summary>
    public const int MostExamples = 5;

    /// <summary>Rows that are held at the same time, of each side.</summary>
    internal long MostRows { get; init; } = 250_000;

    /// <exception cref="StarliftException">A table is not published yet.</exception>
    public async Task<IReadOnlyList<VerifiedTable>> RunAsync(CancellationToken cancellationToken)
    {
        // The tables fit together, whoever publishes meanwhile.
        await published.BeginReadingAsync(cancellationToken);
        try
        {
            var tables = new List<VerifiedTable>();
            foreach (var table in TableOrder.Of(project.StarTables))
            {
                tables.Add(await CompareAsync(table, cancellationToken));
            }

            return tables;
        }
        finally
        {
            await published.RollbackAsync();
        }
    }

    async Task<VerifiedTable> CompareAsync(Table table, CancellationToken cancellationToken)
    {
        if (await published.ColumnsOfAsync(table.Name, cancellationToken) is null)
        {
            throw new ConfigurationException(
                $"table {table.Name} is not published yet", table.Definition.Source.PlaceOf(table.Definition.Source.Start), "run the project first: starlift run");
        }

        var here = await AddedUpAsync(published, table, cancellationToken);
        var there = await AddedUpAsync(aside, table, cancellationToken);
        var found = new FoundDifferences(MostExamples);
        foreach (var buckets in PortionsOf(here, there))
        {
            found.Add(await HeldAsync(published, table, buckets, cancellationToken), await HeldAsync(aside, table, buckets, cancellationToken));
        }

        return new VerifiedTable(
            table.Name,
            here.Rows,
            there.Rows,
            found.Missing,
            found.Extra,
            found.Different,
            [
                .. found.Examples.Missing.Select(key => $"missing in {table.Name}: {key}"),
                .. found.Examples.Extra.Select(key => $"too much in {table.Name}: {key}"),
                .. found.Examples.Different.Select(row => $"different in {table.Name}: {row.Key}: {row.Cells}"),
            ]);
    }

    IEnumerable<HashSet<int>> PortionsOf(RowBuckets here, RowBuckets there)
    {
        var (portion, rows) = (new HashSet<int>(), 0L);
        foreach (var bucket in here.Differing(there))
        {
            var more = Math.Max(here.RowsOf(bucket), there.RowsOf(bucket));
            if (portion.Count > 0 && rows + more > MostRows)
            {
                yield return portion;
                (portion, rows) = ([], 0);
            }

            portion.Add(bucket);
            rows += more;
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }

    static async Task<RowBuckets> AddedUpAsync(IWarehouse warehouse, Table table, CancellationToken cancellationToken)
    {
        var sums = new RowBuckets();
        await ReadAsync(warehouse, table, RowsOf(table), sums.Add, cancellationToken);
        return sums;
    }

    static async Task<KeyedRows> HeldAsync(IWarehouse warehouse, Table table, HashSet<int> buckets, CancellationToken cancellationToken)
    {
        var rows = RowsOf(table);
        await ReadAsync(
            warehouse,
            table,
            rows,
            (key, texts) =>
            {
                if (buckets.Contains(RowBuckets.Of(key)))
                {
                    rows.Add(key, texts);
                }
            },
            cancellationToken);
        return rows;
    }

    static KeyedRows RowsOf(Table table)
    {
        var columns = ColumnsOf(table);
        return new KeyedRows(columns, table.Key ?? [.. columns.Select(column => column.Name)]);
    }

    static List<ColumnDefinition> ColumnsOf(Table table) => [.. table.Definition.Columns.Where(column => column.Identity is null)];

    static async Task ReadAsync(IWarehouse warehouse, Table table, KeyedRows rows, Action<string, string[]> take, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", ColumnsOf(table).Select(column => Quoting.Name(column.Name)));
        var statement = SqlScript.Parse("starlift", $"select {names} from {table.Name.Quoted}")[0];
        await using var stream = await warehouse.StreamAsync(statement, cancellationToken);
        await foreach (var row in stream.Rows.WithCancellation(cancellationToken))
        {
            var (key, texts) = rows.TextsOf(row);
            take(key, texts);
        }
    }
}
