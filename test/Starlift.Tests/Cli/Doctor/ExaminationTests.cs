using Starlift.Cli.Doctor;
using Starlift.Errors;

namespace Starlift.Tests.Cli.Doctor;

public sealed class ExaminationTests
{
    [Fact]
    public async Task A_probe_that_needs_a_failed_one_is_skipped_and_the_others_are_asked()
    {
        var results = await RunAsync(
            new Probe("a", _ => Task.FromResult("fine")),
            new Probe("b", _ => throw new StarliftException(ExitCode.RunFailed, new Problem("broken", Hint: "mend it"))),
            new Probe("c", _ => Task.FromResult("never")) { Needs = ["b"] },
            new Probe("d", _ => Task.FromResult("never")) { Needs = ["a", "c"] },
            new Probe("e", _ => throw new ProbeSkippedException("not here")),
            new Probe("f", _ => Task.FromResult("fine")) { Needs = ["a"] });
        Assert.Equal(
            [
                "a Passed fine  Done", "b Failed broken mend it Access", "c Skipped needs b  Done", "d Skipped needs c  Done", "e Skipped not here  Done",
                "f Passed fine  Done",
            ],
            results);
    }

    [Fact]
    public async Task A_matter_of_configuration_ends_with_its_own_code() => Assert.Equal(
        ["a Failed wrong  Usage"], await RunAsync(new Probe("a", _ => throw new ConfigurationException("wrong"))));

    [Fact]
    public async Task A_probe_without_an_answer_fails() => Assert.Equal(
        ["a Failed no answer within 0 seconds check the network Access"],
        await RunAsync(new Probe("a", async cancel =>
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return "never";
        })));

    static async Task<List<string>> RunAsync(params Probe[] probes)
    {
        var results = new List<string>();
        await foreach (var result in new Examination(probes, TimeSpan.FromMilliseconds(200)).RunAsync(TestContext.Current.CancellationToken))
        {
            results.Add($"{result.Probe} {result.Outcome} {result.Found} {result.Hint} {result.ExitCode}");
        }

        return results;
    }
}
