namespace Starlift.WarehouseTests;

public sealed class DuckDbKeysTests : KeysContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
