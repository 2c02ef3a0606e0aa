namespace Starlift.WarehouseTests;

public sealed class RedshiftVerificationTests : VerificationContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
