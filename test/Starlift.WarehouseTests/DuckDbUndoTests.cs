namespace Starlift.WarehouseTests;

public sealed class DuckDbUndoTests : UndoContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
