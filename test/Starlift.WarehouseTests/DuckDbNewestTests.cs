namespace Starlift.WarehouseTests;

public sealed class DuckDbNewestTests : NewestContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
