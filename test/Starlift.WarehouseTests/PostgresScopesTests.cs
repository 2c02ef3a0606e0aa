namespace Starlift.WarehouseTests;

public sealed class PostgresScopesTests : ScopesContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
