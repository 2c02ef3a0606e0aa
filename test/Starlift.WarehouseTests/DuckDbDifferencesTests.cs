namespace Starlift.WarehouseTests;

public sealed class DuckDbDifferencesTests : DifferencesContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
