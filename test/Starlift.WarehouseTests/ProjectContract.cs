using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>What contracts share that plan and run a project on each warehouse.</summary>
public abstract class ProjectContract
{
    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected abstract Task<ScratchTarget> MakeTargetAsync();

    private protected static Task<IWarehouse> OpenAsync(ScratchTarget target, Project project) => target.OpenAsync(name => project.Table(name)?.Definition);

    private protected static async Task<IReadOnlyList<string>> LinesAsync(IWarehouse warehouse, string sql) => ScratchTarget.Lines(await warehouse.QueryAsync(sql, Stop));

    private protected static Task<RunPlan> PlanAsync(Project project, ScratchTarget target, IWarehouse warehouse, RunOptions? options = null) =>
        RunnerOf(project, target, warehouse).PlanAsync(options ?? RunOptions.Default, Stop);

    private protected static Task<RunReport> RunAsync(Project project, ScratchTarget target, IWarehouse warehouse, RunOptions? options = null) =>
        RunnerOf(project, target, warehouse).RunAsync(options ?? RunOptions.Default, Stop);

    /// <summary>Begins a run that is stopped at one of its steps, unless it has fewer.</summary>
    private protected static async Task InterruptAsync(Project project, ScratchTarget target, IWarehouse warehouse, int steps)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        try
        {
            await RunnerOf(project, target, warehouse, new InterruptingObserver(stop, steps)).RunAsync(RunOptions.Default, stop.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }

    static Runner RunnerOf(Project project, ScratchTarget target, IWarehouse warehouse, IRunObserver? observer = null) =>
        new(project, warehouse, target.Store, observer ?? new SilentObserver(), new RunIdentity("1.2.3", "scratch", "ada@desk", TimeProvider.System));
}
