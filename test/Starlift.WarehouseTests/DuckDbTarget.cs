using Starlift.DuckDb;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>A database file.</summary>
sealed class DuckDbTarget : ScratchTarget
{
    public override async Task<IWarehouse> OpenAsync(Func<TableName, CreateTable?> tables) => await DuckDbWarehouse.OpenAsync(
        new DuckDbOptions { Path = Path.Combine(Folder, "scratch.duckdb"), Threads = 2 }, tables, Store, TestContext.Current.CancellationToken);
}
