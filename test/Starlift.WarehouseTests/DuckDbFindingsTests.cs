namespace Starlift.WarehouseTests;

public sealed class DuckDbFindingsTests : FindingsContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
