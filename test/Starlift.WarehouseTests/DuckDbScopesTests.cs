namespace Starlift.WarehouseTests;

public sealed class DuckDbScopesTests : ScopesContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
