namespace Starlift.WarehouseTests;

public sealed class RedshiftDroppedHistoryTests : DroppedHistoryContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
