namespace Starlift.WarehouseTests;

public sealed class PostgresDifferencesTests : DifferencesContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
