using Starlift.Checks;
using Starlift.Copying;
using Starlift.DuckDb;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Stars;
using Starlift.Tests.DuckDb;
using Starlift.Tests.Projects;
using Starlift.Warehouses;

namespace Starlift.Tests.Runs;

/// <summary>A project that runs, as often as a test wants, on one database in memory.</summary>
sealed class ScratchRuns : IAsyncDisposable
{
    readonly ScratchProject _project = ScratchProject.Sound();
    readonly RecordingObserver _observer = new();
    IWarehouse? _warehouse;
    Project? _read;

    /// <summary>What the last run told, in its order.</summary>
    public IReadOnlyList<string> Told => _observer.Told;

    /// <summary>What the engine may use of memory.</summary>
    public string? Memory { get; init; }

    /// <summary>The database's file; null for one in memory.</summary>
    public string? Database { get; init; }

    /// <summary>What the runs are given in the place of the warehouse, to see what they do with it.</summary>
    public Func<IWarehouse, IWarehouse> Wrap { get; init; } = warehouse => warehouse;

    /// <summary>Is called while a run builds a model; a test may cancel then.</summary>
    public Action<Model>? OnModel { set => _observer.OnModel = value; }

    /// <summary>A staging table "arrivals" that is loaded from data/ and has the columns given.</summary>
    public static ScratchRuns With(string columns, string? memory = null, string? database = null, Func<IWarehouse, IWarehouse>? wrap = null) =>
        new ScratchRuns { Memory = memory, Database = database, Wrap = wrap ?? (warehouse => warehouse) }
        .Add("tables/arrivals.sql", $"create table arrivals ({columns})")
        .Add("loads/arrivals.sql", "copy arrivals from './data/' iam_role default format as json 'auto'");

    public ScratchRuns Add(string file, string text)
    {
        _project.Add(file, text);
        return this;
    }

    public ScratchRuns Remove(string file)
    {
        File.Delete(Path.Combine(_project.Folder, file));
        return this;
    }

    /// <summary>A star table and the model that fills it.</summary>
    public ScratchRuns Star(string table, string columns, string model) =>
        Add($"tables/{table}.sql", $"create table {table} ({columns})").Add($"models/{table}.sql", model);

    public Project Read() => _read = _project.Read();

    public async Task<Reconciliation> ReconcileAsync()
    {
        var runner = await RunnerAsync();
        var plan = await runner.PlanAsync(RunOptions.Default, TestContext.Current.CancellationToken);
        return await Reconciliation.OfAsync(plan, _read!, await WarehouseAsync(), TestContext.Current.CancellationToken);
    }

    public Task<RunReport> RunAsync(CancellationToken? cancel = null) => RunAsync(RunOptions.Default, cancel);

    public async Task<RunReport> RunAsync(RunOptions options, CancellationToken? cancel = null)
    {
        var runner = await RunnerAsync();
        _observer.Told.Clear();
        return await runner.RunAsync(options, cancel ?? TestContext.Current.CancellationToken);
    }

    public async Task<RunPlan> PlanAsync(RunOptions? options = null) =>
        await (await RunnerAsync()).PlanAsync(options ?? RunOptions.Default, TestContext.Current.CancellationToken);

    /// <summary>Adds a file of records, runs, and gives the star table's counts: inserted, updated, unchanged, rows.</summary>
    public async Task<(long Inserted, long Updated, long Unchanged, long Rows)> RunAsync(string file, string records)
    {
        Add($"data/{file}", records);
        var star = Assert.Single((await RunAsync()).Stars);
        return (star.Inserted, star.Updated, star.Unchanged, star.Rows);
    }

    /// <summary>Runs, and gives the problems that made it fail; places are left out.</summary>
    public async Task<(ExitCode ExitCode, IReadOnlyList<string> Problems)> FailAsync(RunOptions? options = null)
    {
        var error = await Assert.ThrowsAnyAsync<StarliftException>(() => RunAsync(options ?? RunOptions.Default));
        return (error.ExitCode, [.. error.Problems.Select(problem => Shown(problem.What))]);
    }

    /// <summary>A message with the project's folder as p.</summary>
    public string Shown(string message) => message.Replace(_project.Folder, "p", StringComparison.Ordinal);

    /// <summary>The rows of a query in Redshift's dialect, values parted by |.</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql) =>
        [.. (await (await WarehouseAsync()).QueryAsync(sql, TestContext.Current.CancellationToken)).Rows
            .Select(row => string.Join('|', row.Select(value => DuckDbText.Of(value ?? DBNull.Value))))];

    public async Task ExecuteAsync(string sql) => await (await WarehouseAsync()).ExecuteAsync(sql, TestContext.Current.CancellationToken);

    public async Task<IWarehouse> WarehouseAsync() => _warehouse ??= Wrap(await DuckDbWarehouse.OpenAsync(
        new DuckDbOptions { Path = Database ?? ":memory:", Threads = 1, Memory = Memory },
        name => _read?.Table(name)?.Definition,
        new LocalObjectStore(_project.Folder),
        TestContext.Current.CancellationToken));

    /// <summary>Closes the database; what comes next opens it again.</summary>
    public async Task CloseAsync()
    {
        if (_warehouse is not null)
        {
            await _warehouse.DisposeAsync();
            _warehouse = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _project.Dispose();
    }

    async Task<Runner> RunnerAsync()
    {
        var warehouse = await WarehouseAsync();
        var project = Read();
        var identity = new RunIdentity("1.2.3", "local", "ada@desk", TimeProvider.System);
        return new Runner(project, warehouse, new LocalObjectStore(project.Folder), _observer, identity);
    }

    sealed class RecordingObserver : IRunObserver
    {
        public List<string> Told { get; } = [];

        public Action<Model>? OnModel { get; set; }

        public void Listing(Load load, long objects) => Told.Add($"listing {load.Name} {objects}");

        public void Planned(RunPlan plan) => Told.Add("planned");

        public void LoadStarted(LoadPlan plan, CopyProgress progress) => Told.Add($"load {plan.Load.Name}");

        public void LoadFinished(LoadReport report) => Told.Add($"loaded {report.Rows}");

        public void ModelStarted(Model model)
        {
            Told.Add($"model {model.Name}");
            OnModel?.Invoke(model);
        }

        public void ModelFinished(StarReport report) => Told.Add($"built {report.Table}");

        public void CheckStarted(Check check) => Told.Add($"check {check.Name}");

        public void ChecksFinished(IReadOnlyList<CheckResult> checks, TimeSpan duration) => Told.Add($"checked {checks.Count}");
    }
}
