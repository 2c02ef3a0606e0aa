namespace Starlift.WarehouseTests;

public sealed class PostgresNewestTests : NewestContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
