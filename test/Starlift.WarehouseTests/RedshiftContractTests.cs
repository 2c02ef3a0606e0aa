namespace Starlift.WarehouseTests;

public sealed class RedshiftContractTests : WarehouseContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
