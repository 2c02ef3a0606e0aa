namespace Starlift.WarehouseTests;

public sealed class RedshiftLateTablesTests : LateTablesContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
