namespace Starlift.WarehouseTests;

public sealed class DuckDbLateTablesTests : LateTablesContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
