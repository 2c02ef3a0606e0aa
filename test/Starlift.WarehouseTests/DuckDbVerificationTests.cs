namespace Starlift.WarehouseTests;

public sealed class DuckDbVerificationTests : VerificationContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());
}
