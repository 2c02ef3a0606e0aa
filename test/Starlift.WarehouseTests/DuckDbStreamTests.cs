namespace Starlift.WarehouseTests;

public sealed class DuckDbStreamTests : StreamContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
