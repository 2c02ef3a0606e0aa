using Starlift.Checks;
using Starlift.Copying;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Stars;

namespace Starlift.RedshiftTests;

/// <summary>Hears everything and says nothing.</summary>
sealed class SilentObserver : IRunObserver
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
