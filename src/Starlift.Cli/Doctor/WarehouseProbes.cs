using System.Text;
using Starlift.Objects;
using Starlift.Warehouses;

namespace Starlift.Cli.Doctor;

/// <summary>Whether the target can be opened, and whether one may make tables there. The warehouse that was opened is kept for later probes.</summary>
/// <param name="open">Opens the target.</param>
/// <param name="takesRuns">False for a target that knows no transactions, in which what a run makes could be taken back.</param>
sealed class WarehouseProbes(Func<CancellationToken, Task<IWarehouse>> open, bool takesRuns) : IAsyncDisposable
{
    IWarehouse? _warehouse;

    /// <summary>Not to be asked before the probe "login" has passed.</summary>
    public IWarehouse Warehouse => _warehouse!;

    /// <param name="needs">Probes before the login.</param>
    public IEnumerable<Probe> All(params IReadOnlyList<string> needs) =>
    [
        new Probe("login", LogInAsync) { Needs = needs },
        new Probe("rights", RightsAsync) { Needs = ["login"] },
    ];

    /// <summary>Whether this machine may put manifests where the target says.</summary>
    public static Probe Manifests(string place, IObjectWriter writer) => new("manifests", async cancel =>
    {
        var uri = $"{place.TrimEnd('/')}/starlift-doctor-{Guid.NewGuid():N}";
        await writer.WriteAsync(uri, Encoding.UTF8.GetBytes("starlift doctor\n"), cancel);
        await writer.DeleteAsync(uri, cancel);
        return $"{place} can be written";
    });

    public ValueTask DisposeAsync() => _warehouse?.DisposeAsync() ?? ValueTask.CompletedTask;

    async Task<string> LogInAsync(CancellationToken cancel)
    {
        _warehouse = await open(cancel);
        return $"logged in as {(await _warehouse.QueryAsync("select current_user", cancel)).Rows[0][0]}";
    }

    /// <summary>Makes what a run makes, and takes it back.</summary>
    async Task<string> RightsAsync(CancellationToken cancel)
    {
        if (!takesRuns)
        {
            throw new ProbeSkippedException("no run goes over the Data API; query and sql need no more than their statements do");
        }

        var name = $"starlift_doctor_{Guid.NewGuid():N}";
        await Warehouse.BeginAsync(cancel);
        try
        {
            await Warehouse.ExecuteAsync(
                $"create schema if not exists starlift; create table starlift.{name} (id integer); create table {name} (id integer); "
                    + $"create temp table {name}_temp (id integer)",
                cancel);
            return "tables and temporary tables can be made";
        }
        finally
        {
            await Warehouse.RollbackAsync();
        }
    }
}
