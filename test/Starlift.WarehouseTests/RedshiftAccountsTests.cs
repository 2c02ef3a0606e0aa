namespace Starlift.WarehouseTests;

public sealed class RedshiftAccountsTests : AccountsContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
