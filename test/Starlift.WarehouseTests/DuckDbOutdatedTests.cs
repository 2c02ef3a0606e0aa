namespace Starlift.WarehouseTests;

public sealed class DuckDbOutdatedTests : OutdatedContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
