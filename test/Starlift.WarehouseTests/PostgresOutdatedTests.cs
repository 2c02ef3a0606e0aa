namespace Starlift.WarehouseTests;

public sealed class PostgresOutdatedTests : OutdatedContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
