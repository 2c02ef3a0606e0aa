namespace Starlift.WarehouseTests;

public sealed class RedshiftReadOnlyTests : ReadOnlyContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
