using Starlift.Errors;

namespace Starlift.Tests.Runs;

public sealed class UserFunctionsTests
{
    [Fact]
    public async Task A_function_that_the_target_can_t_have_is_told_before_anything_is_loaded()
    {
        await using var runs = ScratchRuns.With("id int").Add("data/a.json", """{"id":1}""")
            .Star("things", "id int primary key", "select f_next(id) as id, uper('a') as name from arrivals");
        var planned = await Assert.ThrowsAsync<ConfigurationException>(() => runs.PlanAsync());
        Assert.Equal(
            ["p/models/things.sql:1:8: function f_next(integer) does not exist", "p/models/things.sql:1:26: function uper(\"unknown\") does not exist"],
            planned.Problems.Select(problem => runs.Shown(problem.ToString())));
        Assert.Equal(ExitCode.Usage, (await runs.FailAsync()).ExitCode);
        Assert.DoesNotContain(runs.Told, line => line.StartsWith("load", StringComparison.Ordinal));
    }
}
