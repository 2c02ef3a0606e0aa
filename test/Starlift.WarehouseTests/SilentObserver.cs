using Starlift.Checks;
using Starlift.Copying;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Stars;

namespace Starlift.WarehouseTests;

/// <summary>Tells nobody, but for what a test waits for.</summary>
sealed class SilentObserver : IRunObserver
{
    /// <summary>Is called when a load begins.</summary>
    public Action OnLoad { get; init; } = () => { };

    public void Listing(Load load, long objects)
    {
    }

    public void Planned(RunPlan plan)
    {
    }

    public void LoadStarted(LoadPlan plan, CopyProgress progress) => OnLoad();

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
