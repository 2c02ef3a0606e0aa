namespace Starlift.WarehouseTests;

public sealed class DuckDbHistoryTests : HistoryContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
