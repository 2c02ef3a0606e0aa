using Starlift.Planning;

namespace Starlift.WarehouseTests;

public sealed class DuckDbOutdatedTests : OutdatedContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());

    [Fact]
    public async Task What_is_in_a_JSONPaths_file_is_part_of_the_load()
    {
        await using var target = await MakeTargetAsync();
        Make(target);
        target.Put("loads/arrivals.sql", "copy arrivals from './data/' iam_role default json './paths.json'");
        target.Put("paths.json", """{"jsonpaths":["$.id","$.name"]}""");
        await RunAsync(target);
        target.Put("paths.json", """{ "jsonpaths": ["$.id", "$.name"] }""");
        Assert.Empty((await PlanAsync(target)).Outdated);
        target.Put("paths.json", """{"jsonpaths":["$['id']","$['name']"]}""");
        Assert.Equal(["arrivals"], Assert.Single((await PlanAsync(target)).Outdated).OtherLoads);
        await RunAsync(target, options: new RunOptions { Rebuild = ["things"] });
        Assert.Empty((await PlanAsync(target)).Outdated);
    }
}
