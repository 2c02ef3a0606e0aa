using Starlift.Checks;
using Starlift.Copying;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Stars;

namespace Starlift.Runs;

/// <summary>Is told how a run gets on, in its order and on no particular thread. Must not throw and not take long.</summary>
public interface IRunObserver
{
    /// <param name="load">Whose objects are listed.</param>
    /// <param name="objects">Found so far.</param>
    void Listing(Load load, long objects);

    void Planned(RunPlan plan);

    /// <param name="plan">What is loaded.</param>
    /// <param name="progress">Goes on changing until <see cref="LoadFinished"/>.</param>
    void LoadStarted(LoadPlan plan, CopyProgress progress);

    void LoadFinished(LoadReport report);

    void ModelStarted(Model model);

    void ModelFinished(StarReport report);

    void CheckStarted(Check check);

    /// <param name="checks">Those of constraints, which each model has gone through, and those of checks/.</param>
    /// <param name="duration">Of those of checks/.</param>
    void ChecksFinished(IReadOnlyList<CheckResult> checks, TimeSpan duration);

    /// <summary>The run's transaction is committed: what it has done stays, whatever comes after.</summary>
    void Published()
    {
    }
}
