namespace Starlift.WarehouseTests;

public sealed class DuckDbLoadNumbersTests : LoadNumbersContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
