namespace Starlift.WarehouseTests;

public sealed class RedshiftProvenanceTests : ProvenanceContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
