using System.Globalization;
using System.Text;
using Starlift.Copying;
using Starlift.DuckDb;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Tests.Objects;
using Starlift.Tests.Sql;

namespace Starlift.Tests.DuckDb;

/// <summary>An in-memory DuckDB warehouse with objects in memory.</summary>
sealed class ScratchWarehouse : IAsyncDisposable
{
    readonly Dictionary<TableName, CreateTable> _tables = [];
    DuckDbWarehouse _warehouse = null!;

    public MemoryObjectStore Store { get; } = new();

    public DuckDbWarehouse Warehouse => _warehouse;

    /// <summary>Of the loads; null for the test's own.</summary>
    public CancellationToken? Cancellation { get; set; }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ScratchWarehouse> OpenAsync(int? threads = null)
    {
        var scratch = new ScratchWarehouse();
        scratch._warehouse = await DuckDbWarehouse.OpenAsync(
            new DuckDbOptions { Path = ":memory:", Threads = threads }, scratch._tables.GetValueOrDefault, scratch.Store, Stop);
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
    public async Task<IReadOnlyList<string>> QueryAsync(string sql) =>
        [.. (await _warehouse.QueryAsync(SqlScript.Parse("q.sql", sql).Single(), Stop)).Rows
            .Select(row => string.Join('|', row.Select(value => value is null ? "NULL" : Convert.ToString(value, CultureInfo.InvariantCulture))))];

    public ValueTask DisposeAsync() => _warehouse.DisposeAsync();
}
