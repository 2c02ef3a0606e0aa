using System.Globalization;
using System.Text;
using Starlift.Copying;
using Starlift.DuckDb;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Tests.Objects;
using Starlift.Tests.Sql;
using Starlift.Warehouses;

namespace Starlift.Tests.DuckDb;

/// <summary>An in-memory DuckDB warehouse with objects in memory.</summary>
sealed class ScratchWarehouse : IAsyncDisposable
{
    readonly Dictionary<TableName, CreateTable> _tables = [];
    readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    DuckDbWarehouse _warehouse = null!;
    Starlift.DuckDb.DuckDbSession _engine = null!;

    public MemoryObjectStore Store { get; } = new();

    public DuckDbWarehouse Warehouse => _warehouse;

    /// <summary>Of the loads; null for the test's own.</summary>
    public CancellationToken? Cancellation { get; set; }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ScratchWarehouse> OpenAsync(int? threads = null)
    {
        var scratch = new ScratchWarehouse();
        var options = new DuckDbOptions { Path = Path.Combine(scratch._folder, "scratch.duckdb"), Threads = threads };
        scratch._warehouse = await DuckDbWarehouse.OpenAsync(options, scratch._tables.GetValueOrDefault, scratch.Store, Stop);
        scratch._engine = await Starlift.DuckDb.DuckDbSession.OpenAsync(options, Stop);
        return scratch;
    }

    public async Task CreateAsync(string columns)
    {
        var table = SqlSamples.Parse<CreateTable>($"create table t ({columns})");
        _tables[table.Name] = table;
        await _warehouse.ExecuteAsync(table, Stop);
    }

    public Task<CopyResult> CopyAsync(string data, string options = "'auto'", CopyProgress? progress = null) =>
        CopyAsync([Store.Add("s3://bucket/data", Encoding.UTF8.GetBytes(data))], options, progress);

    public Task<CopyResult> CopyAsync(
        IReadOnlyList<ObjectVersion> versions, string options = "'auto'", CopyProgress? progress = null) => _warehouse.CopyAsync(
            SqlSamples.Parse<CopyStatement>($"copy t from 's3://bucket/data' iam_role default json {options}"),
            _tables.Values.Single(),
            versions,
            progress ?? new CopyProgress(),
            Cancellation ?? Stop);

    /// <summary>Rows as text, values parted by |.</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql) => Lines(await _warehouse.QueryAsync(SqlScript.Parse("q.sql", sql).Single(), Stop));

    /// <summary>The same of a query in the engine's own words.</summary>
    public async Task<IReadOnlyList<string>> QueryDirectlyAsync(string sql) => Lines(await _engine.RunAsync(sql, DuckDbRows.Read, Stop));

    public async ValueTask DisposeAsync()
    {
        _engine.Dispose();
        await _warehouse.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    static List<string> Lines(QueryResult result) =>
        [.. result.Rows.Select(row => string.Join('|', row.Select(value => value is null ? "NULL" : Convert.ToString(value, CultureInfo.InvariantCulture))))];
}
