namespace Starlift.WarehouseTests;

public sealed class RedshiftDifferencesTests : DifferencesContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
