namespace Starlift.WarehouseTests;

public sealed class DuckDbProvenanceTests : ProvenanceContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
