namespace Starlift.WarehouseTests;

public sealed class PostgresCorrectionsTests : CorrectionsContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
