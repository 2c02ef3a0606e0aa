namespace Starlift.WarehouseTests;

public sealed class PostgresDroppedHistoryTests : DroppedHistoryContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
