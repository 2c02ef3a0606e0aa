using Starlift.Checks;
using Starlift.History;
using Starlift.Projects;

namespace Starlift.Runs;

/// <summary>The part of a run that holds the star against checks/, before anything is published.</summary>
/// <param name="checks">Keeps what comes of them.</param>
/// <param name="steps">Each check is one.</param>
/// <param name="observer">Is told.</param>
/// <param name="time">Tells how long it took.</param>
sealed class CheckStage(RunChecks checks, RunSteps steps, IRunObserver observer, TimeProvider time)
{
    /// <summary>Runs all checks of checks/, and then tells what failed.</summary>
    /// <param name="project">Whose checks.</param>
    /// <param name="cancellationToken">Ends the checking.</param>
    /// <exception cref="ChecksFailedException">Some of them failed.</exception>
    public async Task RunAsync(Project project, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var results = new List<CheckResult>();
        foreach (var check in project.Checks)
        {
            observer.CheckStarted(check);
            using var step = steps.Begin(StepKind.Check, check.Name);
            var result = await checks.RunAsync(check, cancellationToken);
            results.Add(result);
            step.IsDone = result.Outcome != CheckOutcome.Failed;
        }

        observer.ChecksFinished([.. checks.Results, .. results], time.GetElapsedTime(started));
        checks.Keep(results);
        await checks.DropTemporaryAsync(cancellationToken);
    }
}
