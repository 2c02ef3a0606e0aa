using Starlift.Errors;
using Starlift.History;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Tables;

/// <summary>
/// What a target has under the names of a project's tables, and which of it is the project's own: nothing else is ever written to, emptied
/// or dropped.
/// </summary>
sealed class TargetTables
{
    readonly Project _project;
    readonly IWarehouse _warehouse;
    readonly FoundTables _found;
    readonly Dictionary<TableName, OwnTable> _known;
    readonly Dictionary<TableName, TableState> _states = [];
    readonly List<Problem> _foreign = [];
    readonly List<TableMismatch> _differences = [];
    readonly HashSet<TableName> _unfit = [];
    readonly HashSet<TableName> _staging;
    readonly ILookup<TableName, Load> _loads;
    readonly ILookup<TableName, Model> _models;

    TargetTables(Project project, IWarehouse warehouse, FoundTables found, IEnumerable<OwnTable> known)
    {
        _project = project;
        _warehouse = warehouse;
        _found = found;
        _known = known.ToDictionary(table => table.Name);
        _staging = [.. project.StagingTables.Select(table => table.Name)];
        _loads = project.Loads.ToLookup(load => load.Copy.Table);
        _models = project.Models.ToLookup(model => model.Table);
        Stars = TableOrder.Of(project.StarTables);
    }

    /// <summary>By load, the fingerprint of its JSONPaths file, as far as they were read.</summary>
    public IReadOnlyDictionary<string, string> JsonPaths { get; set; } = new Dictionary<string, string>();

    /// <summary>Those first that others refer to.</summary>
    public IReadOnlyList<Table> Stars { get; }

    /// <summary>What is remembered of the tables of all projects.</summary>
    public IEnumerable<OwnTable> Known => _known.Values;

    /// <summary>For the plan.</summary>
    public IReadOnlyList<PlannedTable> Planned => [.. Stars.Where(table => _states.ContainsKey(table.Name)).Select(table => new PlannedTable(table.Name, StateOf(table)))];

    /// <summary>All that was found, Starlift's own tables too.</summary>
    public FoundTables Found => _found;

    /// <summary>The target numbers its tables.</summary>
    public bool TellsTablesApart => Home?.Id is not null;

    /// <summary>Durable tables of a run that stages in scratch tables, to be dropped at its end.</summary>
    public IReadOnlyList<Table> ScratchStaging => [.. _project.StagingTables.Where(table => table.Name.Schema is null)];

    FoundTable? Home => _found.Find(StarliftTables.Tables);

    /// <summary>Asks for all in two statements, and for one more where a table is there that nobody remembers.</summary>
    /// <param name="project">Whose tables.</param>
    /// <param name="warehouse">Where.</param>
    /// <param name="adopt">Names of tables to take as the project's own whatever they are.</param>
    /// <param name="formerName">The name that the project had; null where it has always been named so.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ConfigurationException">The project has no table of a name that is to be adopted.</exception>
    public static async Task<TargetTables> ReadAsync(
        Project project, IWarehouse warehouse, IReadOnlyList<string> adopt, string? formerName, CancellationToken cancellationToken)
    {
        ThrowIfUnknown(project, adopt);
        var found = await warehouse.FindTablesAsync(
            [.. project.StarTables.Concat(project.StagingTables).Select(table => table.Name), StarliftTables.Tables, StarliftTables.Fills, StarliftTables.Ledger, StarliftTables.Runs],
            cancellationToken);
        var known = await OwnTables.ReadAsync(
            warehouse, found.Find(StarliftTables.Tables), found.Find(StarliftTables.Fills) is not null, cancellationToken);
        var tables = new TargetTables(
            project, warehouse, found, known.Select(table => table.Project == formerName ? table with { Project = project.Name } : table));
        await tables.LookAtAsync(tables.Stars, isStaging: false, adopt, cancellationToken);
        return tables;
    }

    /// <summary>Where star tables are not as they are declared.</summary>
    public IReadOnlyList<TableMismatch> Mismatches => _differences;

    /// <summary>Star tables whose rows come from SQL that was changed since, as far as that is remembered.</summary>
    public IReadOnlyList<OutdatedTable> Outdated =>
        [.. Stars.Select(OutdatedOf).OfType<OutdatedTable>().Where(table => table.HasOtherRows || table.OtherChecks.Count > 0)];

    /// <summary>Null where the target has none.</summary>
    public FoundTable? Find(TableName table) => _found.Find(table);

    /// <summary>The table's name with its schema.</summary>
    public TableName NameOf(TableName table) => _found.NameOf(table);

    public TableState StateOf(Table table) => _states[table.Name];

    /// <summary>The number of the first load whose rows are in the table.</summary>
    public long SinceOf(Table table, Load load) => StateOf(table) switch
    {
        TableState.Own => OwnOf(_found.Find(table.Name)!)!.Since.GetValueOrDefault(load.Name, long.MaxValue),
        TableState.TakenFromEarlierVersion => 0,
        _ => long.MaxValue,
    };

    /// <summary>To be asked before a run stages in tables that others may have made.</summary>
    /// <param name="kind">Where the run stages.</param>
    /// <param name="adopt">Names of tables to take as the project's own whatever they are.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task LookAtStagingAsync(StagingKind kind, IReadOnlyList<string> adopt, CancellationToken cancellationToken) =>
        LookAtAsync(DurableStaging(kind), isStaging: true, adopt, cancellationToken);

    /// <summary>Staging tables that are no temporary ones: all, or those that their files put into a schema, for no temporary table is in one.</summary>
    public IReadOnlyList<Table> DurableStaging(StagingKind kind) => [.. _project.StagingTables.Where(table => IsDurable(table, kind))];

    /// <summary>The staging table is no temporary one.</summary>
    public static bool IsDurable(Table table, StagingKind kind) => kind != StagingKind.Temporary || table.Name.Schema is not null;

    /// <summary>Durable staging tables that are there and the project's own: those of this run, and those that earlier ones have left.</summary>
    public IReadOnlyList<Table> OwnStaging(StagingKind kind) =>
    [
        .. _project.StagingTables.Where(table => _found.Find(table.Name) is { IsView: false } found
            && (OwnOf(found) is not null || (IsDurable(table, kind) && IsThere(table)))),
    ];

    /// <summary>The target has the table, and it is the project's own.</summary>
    public bool IsThere(Table table) => StateOf(table) != TableState.Missing;

    /// <summary>The target has the table as it is declared.</summary>
    public bool IsFit(Table table) => IsThere(table) && !_unfit.Contains(table.Name);

    /// <summary>The loads whose rows the table's model reads.</summary>
    public IEnumerable<Load> LoadsOf(Table table) => _models[table.Name].SelectMany(model => model.Reads).Distinct().SelectMany(read => _loads[read]);

    /// <exception cref="ConfigurationException">The ledger does not tell what the project's star tables hold, for somebody has dropped it.</exception>
    public void ThrowIfLedgerIsLost() => LostLedger.ThrowIfOf(
        _found.Find(StarliftTables.Ledger) is not null, Stars.Select(table => _found.Find(table.Name)).OfType<FoundTable>().Select(OwnOf).OfType<OwnTable>());

    /// <exception cref="ConfigurationException">A table is not the project's own; all such tables are told.</exception>
    public void ThrowIfForeign()
    {
        if (_foreign.Count > 0)
        {
            throw new ConfigurationException(_foreign);
        }
    }

    /// <exception cref="ConfigurationException">As <see cref="ThrowIfForeign"/>, or a star table is not as it is declared.</exception>
    public void ThrowIfUnfit()
    {
        if (_foreign.Count + _differences.Count > 0)
        {
            throw new ConfigurationException([.. _foreign, .. _differences.Select(difference => difference.Problem)]);
        }
    }

    /// <summary>What is to be remembered of a table that has just been made or taken, or that is declared in other words than before.</summary>
    /// <param name="table">The table.</param>
    /// <param name="found">As it is now; null where it need not be told from others.</param>
    /// <param name="since">By load.</param>
    /// <param name="builtFrom">Of a star table: where its rows will come from.</param>
    public OwnTable Remembered(Table table, FoundTable? found, IReadOnlyDictionary<string, long> since, BuiltFrom? builtFrom = null)
    {
        var name = NameOf(table.Name);
        var text = DefinitionText.Of(table.Definition with { Name = name });
        return new OwnTable(
            name, _project.Name, _staging.Contains(table.Name), HistoryText.Of(text) == text ? text : "", OwnTable.IdOf(found, Home), since)
        {
            BuiltFrom = builtFrom?.ToString() ?? "",
        };
    }

    /// <summary>Where the rows of a star table come from so far; unknown of one that is missing or was not remembered.</summary>
    public BuiltFrom BuiltFromOf(Table table) => BuiltFrom.Read(_found.Find(table.Name) is { } found && StateOf(table) == TableState.Own ? OwnOf(found)!.BuiltFrom : "");

    /// <summary>This is not what is remembered already.</summary>
    public bool IsNews(OwnTable table) => !(_known.GetValueOrDefault(table.Name) is { } known
        && known with { Since = table.Since } == table && known.Since.Count == table.Since.Count && !known.Since.Except(table.Since).Any());

    /// <summary>What is remembered of the project's table; null where nothing is, or it was another table.</summary>
    public OwnTable? OwnOf(FoundTable found) =>
        _known.GetValueOrDefault(found.Name) is { } known && known.Project == _project.Name && known.IsStill(found, Home) ? known : null;

    async Task LookAtAsync(IReadOnlyList<Table> tables, bool isStaging, IReadOnlyList<string> adopt, CancellationToken cancellationToken)
    {
        IReadOnlySet<string>? earlier = null;
        foreach (var table in tables)
        {
            if (_found.Find(table.Name) is not { } found)
            {
                _states[table.Name] = TableState.Missing;
                continue;
            }

            if (found.IsView)
            {
                _foreign.Add(new Problem(
                    $"{table.Name} is a view on the target, and the project makes a table of that name", PlaceOf(table), "drop or rename the view, or give the table another name"));
                continue;
            }

            var own = OwnOf(found);
            var differences = TableDifferences.Of(table, found, own?.Read(), _warehouse.StoredAs);
            if (own is null)
            {
                earlier ??= await FilledByEarlierVersionAsync(isStaging, cancellationToken);
            }

            TableState? state = own is not null ? TableState.Own
                : adopt.Contains(table.Name.ToString()) ? TableState.TakenAsTold
                : earlier!.Overlaps(FilledBy(table)) && !_known.ContainsKey(found.Name) ? TableState.TakenFromEarlierVersion
                : differences.Count == 0 && await IsEmptyAsync(table, cancellationToken) ? TableState.TakenEmpty
                : null;
            if (state is { } settled)
            {
                _states[table.Name] = settled;
                if (differences.Count > 0)
                {
                    _unfit.Add(table.Name);
                }

                // Staging is made anew where it differs: its rows are of one run.
                _differences.AddRange(isStaging ? [] : differences);
            }
            else
            {
                _foreign.Add(Foreign(table, found));
            }
        }
    }

    OutdatedTable? OutdatedOf(Table table)
    {
        if (!_states.ContainsKey(table.Name) || BuiltFromOf(table) is not { IsUnknown: false } then)
        {
            return null;
        }

        var now = BuiltFrom.Of(_project, table, JsonPaths);
        return new OutdatedTable(table.Name, _models[table.Name].First().Name)
        {
            HasOtherModel = then.HasOtherModel(now),
            OtherLoads = [.. then.OtherLoads(now)],
            OtherChecks = [.. then.OtherChecks(now)],
        };
    }

    Problem Foreign(Table table, FoundTable found)
    {
        var adopt = $"if it is this project's all the same, starlift run --adopt {table.Name} takes it";
        const string Else = "rename it, give the project's table another name or schema, or use another database; ";
        return _known.GetValueOrDefault(found.Name) is not { } known
            ? new Problem($"table {table.Name} is on the target already, and Starlift did not make it", PlaceOf(table), Else + adopt)
            : known.IsStray
            ? new Problem($"table {table.Name} is on the target already, and {StarliftTables.Tables}, which said whose it is, was dropped", PlaceOf(table), adopt)
            : known.Project != _project.Name
                ? new Problem(
                    $"table {table.Name} on the target is the project {known.Project}'s, and this is the project {_project.Name}",
                    PlaceOf(table),
                    Else + $"if {known.Project} is this project's former name, starlift run --renamed-from {known.Project} takes all that it has here")
                : new Problem(
                    $"table {table.Name} on the target is not the one that Starlift made: that was dropped, and another was made in its place", PlaceOf(table), Else + adopt);
    }

    /// <summary>Models or loads that runs of a version without a memory of tables have done.</summary>
    async Task<IReadOnlySet<string>> FilledByEarlierVersionAsync(bool isStaging, CancellationToken cancellationToken)
    {
        if (_found.Find(StarliftTables.Runs) is not { } runs || _found.Find(StarliftTables.Ledger) is not { } ledger)
        {
            return new HashSet<string>();
        }

        // Without entries in the ledger nobody knows what the tables hold.
        var loads = (await _warehouse.QueryAsync(
            $"select distinct load_name from starlift.ledger where load_name is not null and {OfEarlierVersion(ledger)}", cancellationToken)).Rows;
        if (!loads.Any(row => _project.Loads.Any(load => load.Name == (string)row[0]!)))
        {
            return new HashSet<string>();
        }

        var steps = await _warehouse.ColumnsOfAsync(StarliftTables.Steps, cancellationToken) is null ? [] : (await _warehouse.QueryAsync(
            $"""
            select distinct name from starlift.steps
            where step = '{(isStaging ? "load" : "model")}' and run_id in (select run_id from starlift.runs where outcome = 'done' and {OfEarlierVersion(runs)})
            """,
            cancellationToken)).Rows;
        return steps.Count > 0
            ? steps.Select(row => (string)row[0]!).ToHashSet()
            // Version 0.1.0 kept no steps.
            : _project.Loads.Select(load => load.Name).Concat(_project.Models.Select(model => model.Name)).ToHashSet();
    }

    static string OfEarlierVersion(FoundTable table) => table.Column("project") is null ? "1 = 1" : "project is null";

    IEnumerable<string> FilledBy(Table table) =>
        _models[table.Name].Select(model => model.Name).Concat(_loads[table.Name].Select(load => load.Name));

    async Task<bool> IsEmptyAsync(Table table, CancellationToken cancellationToken) =>
        (await _warehouse.QueryAsync($"select 1 from {NameOf(table.Name).Quoted} limit 1", cancellationToken)).Rows.Count == 0;

    static SourcePlace PlaceOf(Table table) => table.Definition.Source.PlaceOf(table.Definition.Source.Start);

    static void ThrowIfUnknown(Project project, IReadOnlyList<string> adopt)
    {
        var names = project.StarTables.Concat(project.StagingTables).Select(table => table.Name.ToString()).ToList();
        if (adopt.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw new ConfigurationException(
                $"the project fills no table '{unknown}'", hint: NearMiss.Hint(unknown, names) ?? $"its tables are {string.Join(", ", names)}");
        }
    }
}
