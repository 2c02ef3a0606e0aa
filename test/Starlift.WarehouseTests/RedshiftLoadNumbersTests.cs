namespace Starlift.WarehouseTests;

public sealed class RedshiftLoadNumbersTests : LoadNumbersContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
