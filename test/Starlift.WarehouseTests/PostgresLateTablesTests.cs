namespace Starlift.WarehouseTests;

public sealed class PostgresLateTablesTests : LateTablesContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
