namespace Starlift.WarehouseTests;

public sealed class RedshiftFindingsTests : FindingsContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();

    private protected override bool ReadsByItself => true;
}
