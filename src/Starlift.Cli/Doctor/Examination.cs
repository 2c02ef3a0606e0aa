using System.Runtime.CompilerServices;
using Starlift.Errors;

namespace Starlift.Cli.Doctor;

/// <summary>Asks probes in their order. One that needs another that did not pass is skipped.</summary>
sealed class Examination(IReadOnlyList<Probe> probes, TimeSpan patience)
{
    /// <summary>Each result is yielded before the next probe begins.</summary>
    public async IAsyncEnumerable<ProbeResult> RunAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var missing = new HashSet<string>();
        foreach (var probe in probes)
        {
            var result = probe.Needs.FirstOrDefault(missing.Contains) is { } needed
                ? new ProbeResult(probe.Name, ProbeOutcome.Skipped, $"needs {needed}")
                : await AskAsync(probe, cancel);
            if (result.Outcome != ProbeOutcome.Passed)
            {
                missing.Add(probe.Name);
            }

            yield return result;
        }
    }

    async Task<ProbeResult> AskAsync(Probe probe, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            return new ProbeResult(probe.Name, ProbeOutcome.Passed, await probe.AskAsync(limit.Token));
        }
        catch (StarliftException e)
        {
            var code = e.ExitCode == ExitCode.Usage ? ExitCode.Usage : ExitCode.Access;
            var found = string.Join('\n', e.Problems.Select(problem => problem.ToString().ReplaceLineEndings(" ")));
            return new ProbeResult(probe.Name, ProbeOutcome.Failed, found, e.Hint, code);
        }
        catch (ProbeSkippedException e)
        {
            return new ProbeResult(probe.Name, ProbeOutcome.Skipped, e.Message);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new ProbeResult(
                probe.Name, ProbeOutcome.Failed, $"no answer within {patience.TotalSeconds:0} seconds", "check the network", ExitCode.Access);
        }
    }
}
