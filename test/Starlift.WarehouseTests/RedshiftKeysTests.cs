namespace Starlift.WarehouseTests;

public sealed class RedshiftKeysTests : KeysContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
