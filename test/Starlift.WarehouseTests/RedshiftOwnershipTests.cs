namespace Starlift.WarehouseTests;

public sealed class RedshiftOwnershipTests : OwnershipContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
