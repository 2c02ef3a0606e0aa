namespace Starlift.WarehouseTests;

public sealed class RedshiftCorrectionsTests : CorrectionsContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();

    private protected override bool ListsFiles => false;
}
