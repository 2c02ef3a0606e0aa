namespace Starlift.WarehouseTests;

public sealed class DuckDbAccountsTests : AccountsContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
