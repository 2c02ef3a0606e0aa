namespace Starlift.WarehouseTests;

public sealed class DuckDbStreamTests : StreamContract
{
    private protected override IReadOnlyList<string> Lengths => ["numeric(10,2)", "character varying", "character varying"];

    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
