namespace Starlift.WarehouseTests;

public sealed class PostgresUndoTests : UndoContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
