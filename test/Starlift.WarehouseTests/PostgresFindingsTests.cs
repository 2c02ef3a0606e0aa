namespace Starlift.WarehouseTests;

public sealed class PostgresFindingsTests : FindingsContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
