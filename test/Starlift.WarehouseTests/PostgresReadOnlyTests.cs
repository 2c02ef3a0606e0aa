namespace Starlift.WarehouseTests;

public sealed class PostgresReadOnlyTests : ReadOnlyContract
{
    private protected override IEnumerable<string> Writing =>
        [.. base.Writing, "with x as (select 1 as a) delete from facts", "select id into more from facts"];

    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();
}
