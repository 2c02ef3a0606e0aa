namespace Starlift.WarehouseTests;

public sealed class DuckDbContractTests : WarehouseContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
