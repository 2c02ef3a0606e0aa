namespace Starlift.WarehouseTests;

public sealed class PostgresContractTests : WarehouseContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
