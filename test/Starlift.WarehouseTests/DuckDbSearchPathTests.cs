namespace Starlift.WarehouseTests;

public sealed class DuckDbSearchPathTests : SearchPathContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
