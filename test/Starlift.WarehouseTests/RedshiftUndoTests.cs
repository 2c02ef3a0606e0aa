namespace Starlift.WarehouseTests;

public sealed class RedshiftUndoTests : UndoContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
