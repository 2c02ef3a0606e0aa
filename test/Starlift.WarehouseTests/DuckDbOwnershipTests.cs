namespace Starlift.WarehouseTests;

public sealed class DuckDbOwnershipTests : OwnershipContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
