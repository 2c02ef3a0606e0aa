namespace Starlift.WarehouseTests;

public sealed class PostgresSearchPathTests : SearchPathContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
