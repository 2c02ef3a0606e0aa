namespace Starlift.WarehouseTests;

public sealed class PostgresSequencesTests : SequencesContract
{
    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
