namespace Starlift.WarehouseTests;

public sealed class PostgresOwnershipTests : OwnershipContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();

    private protected override bool TellsTablesApart => true;
}
