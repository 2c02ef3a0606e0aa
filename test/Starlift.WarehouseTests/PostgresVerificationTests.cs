namespace Starlift.WarehouseTests;

public sealed class PostgresVerificationTests : VerificationContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
