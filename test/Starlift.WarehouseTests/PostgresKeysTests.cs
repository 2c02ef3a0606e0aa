namespace Starlift.WarehouseTests;

public sealed class PostgresKeysTests : KeysContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
