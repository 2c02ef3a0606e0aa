namespace Starlift.WarehouseTests;

public sealed class RedshiftNewestTests : NewestContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
