using Starlift.Checks;
using Starlift.Copying;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Stars;

namespace Starlift.WarehouseTests;

/// <summary>Stops a run at one of its steps, as Ctrl-C would.</summary>
/// <param name="stop">Of the run's token.</param>
/// <param name="steps">How many steps it lets begin.</param>
sealed class InterruptingObserver(CancellationTokenSource stop, int steps) : IRunObserver
{
    int _left = steps;

    public void Listing(Load load, long objects)
    {
    }

    public void Planned(RunPlan plan) => Step();

    public void LoadStarted(LoadPlan plan, CopyProgress progress) => Step();

    public void LoadFinished(LoadReport report) => Step();

    public void ModelStarted(Model model) => Step();

    public void ModelFinished(StarReport report) => Step();

    public void CheckStarted(Check check) => Step();

    public void ChecksFinished(IReadOnlyList<CheckResult> checks, TimeSpan duration) => Step();

    void Step()
    {
        if (_left-- == 0)
        {
            stop.Cancel();
        }
    }
}
