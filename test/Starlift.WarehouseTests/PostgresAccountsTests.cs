namespace Starlift.WarehouseTests;

public sealed class PostgresAccountsTests : AccountsContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
