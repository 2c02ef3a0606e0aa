namespace Starlift.WarehouseTests;

public sealed class PostgresProvenanceTests : ProvenanceContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
