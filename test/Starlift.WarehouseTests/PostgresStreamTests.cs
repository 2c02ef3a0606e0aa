namespace Starlift.WarehouseTests;

public sealed class PostgresStreamTests : StreamContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
