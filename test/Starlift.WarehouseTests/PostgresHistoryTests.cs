namespace Starlift.WarehouseTests;

public sealed class PostgresHistoryTests : HistoryContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
