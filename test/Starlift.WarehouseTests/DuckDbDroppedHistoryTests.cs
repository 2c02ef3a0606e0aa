namespace Starlift.WarehouseTests;

public sealed class DuckDbDroppedHistoryTests : DroppedHistoryContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
