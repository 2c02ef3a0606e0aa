namespace Starlift.WarehouseTests;

public sealed class DuckDbSequencesTests : SequencesContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
