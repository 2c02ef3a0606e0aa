using Starlift.Checks;
using Starlift.Copying;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Stars;

namespace Starlift.Cli.Running;

/// <summary>Shows nothing: for commands whose result says it all.</summary>
sealed class SilentRunProgress : IRunObserver
{
    public void Listing(Load load, long objects)
    {
    }

    public void Planned(RunPlan plan)
    {
    }

    public void LoadStarted(LoadPlan plan, CopyProgress progress)
    {
    }

    public void LoadFinished(LoadReport report)
    {
    }

    public void ModelStarted(Model model)
    {
    }

    public void ModelFinished(StarReport report)
    {
    }

    public void CheckStarted(Check check)
    {
    }

    public void ChecksFinished(IReadOnlyList<CheckResult> checks, TimeSpan duration)
    {
    }
}
