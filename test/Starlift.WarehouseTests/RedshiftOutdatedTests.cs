namespace Starlift.WarehouseTests;

public sealed class RedshiftOutdatedTests : OutdatedContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
