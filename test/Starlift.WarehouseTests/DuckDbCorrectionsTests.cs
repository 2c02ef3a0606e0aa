namespace Starlift.WarehouseTests;

public sealed class DuckDbCorrectionsTests : CorrectionsContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
