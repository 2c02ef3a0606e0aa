using Starlift.DuckDb;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>A database file.</summary>
/// <param name="store">Where COPY reads objects; null for the target's own folder.</param>
sealed class DuckDbTarget(IObjectStore? store = null) : ScratchTarget
{
    public override IObjectStore Store => store ?? base.Store;

    public string Path => System.IO.Path.Combine(Folder, "scratch.duckdb");

    public override async Task<IWarehouse> OpenAsync(Func<TableName, CreateTable?> tables) => await DuckDbWarehouse.OpenAsync(
        new DuckDbOptions { Path = Path, Threads = 2 }, tables, Store, TestContext.Current.CancellationToken);

    public override async Task<IWarehouse> OpenToReadAsync() => await DuckDbWarehouse.OpenAsync(
        new DuckDbOptions { Path = Path, Threads = 2, Access = WarehouseAccess.Read }, _ => null, Store, TestContext.Current.CancellationToken);
}
