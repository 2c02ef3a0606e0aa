using Starlift.Errors;
using Starlift.Secrets;
using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>A project folder, read and validated: what a run works from. Immutable.</summary>
public sealed record Project
{
    readonly Dictionary<TableName, Table> _tables = [];

    /// <summary>The folder's full path; relative paths of settings and COPY statements start here.</summary>
    public required string Folder { get; init; }

    /// <summary>The full path of the folder that the user was in, where relative paths begin that the user types.</summary>
    public string CurrentFolder { get; init; } = Environment.CurrentDirectory;

    public required string Name { get; init; }

    public required IReadOnlyDictionary<string, string> Vars { get; init; }

    public required IReadOnlyList<TargetSettings> Targets { get; init; }

    public required string DefaultTarget { get; init; }

    /// <summary>The section 'cloud'; null where the file has none.</summary>
    public CloudSettings? Cloud { get; init; }

    /// <summary>How much of its history a target keeps.</summary>
    public HistoryLimit History { get; init; } = HistoryLimit.Default;

    /// <summary>What runs do with objects that were loaded in another version.</summary>
    public ChangedObjects Changed { get; init; }

    /// <summary>What runs do with what objects brought that are no longer there.</summary>
    public VanishedObjects Vanished { get; init; }

    /// <summary>The project's file says what becomes of vanished objects: that the star keeps what they brought is no surprise.</summary>
    public bool StatesVanished { get; init; }

    /// <summary>What runs make of keys of records that no column takes.</summary>
    public UnknownKeys UnknownKeys { get; init; }

    /// <summary>Files and folders that commands make for it are its user's alone; else as the process's umask says.</summary>
    public bool FilesArePrivate { get; init; } = true;

    /// <summary>What its SQL holds that nobody may be shown.</summary>
    public SecretValues Secrets { get; init; } = SecretValues.None;

    /// <summary>Staging tables and star tables, by name.</summary>
    public required IReadOnlyList<Table> Tables
    {
        get;
        init
        {
            field = value;
            _tables = value.DistinctBy(table => table.Name).ToDictionary(table => table.Name);
        }
    }

    /// <summary>By name.</summary>
    public required IReadOnlyList<Load> Loads { get; init; }

    /// <summary>By name; the plan orders them.</summary>
    public required IReadOnlyList<Model> Models { get; init; }

    /// <summary>By name.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>In the order of the report.</summary>
    public IReadOnlyList<Chart> Charts { get; init; } = [];

    /// <summary>Functions that its SELECTs call and that Redshift does not have.</summary>
    public IReadOnlyList<OtherFunction> OtherFunctions { get; init; } = [];

    /// <summary>A target that can be used.</summary>
    /// <param name="name">Null for the default target.</param>
    /// <exception cref="ConfigurationException">There is none of that name, or something keeps it from being used.</exception>
    public TargetSettings Target(string? name)
    {
        var wanted = name ?? DefaultTarget;
        var target = Targets.FirstOrDefault(target => target.Name == wanted)
            ?? throw new ConfigurationException(
                $"the project has no target '{wanted}'", hint: Suggestion.For(wanted, Targets.Select(candidate => candidate.Name)));
        return target.Obstacles.Count == 0 ? target : throw new ConfigurationException(target.Obstacles);
    }

    /// <summary>The table of that name, folded to lower case; null where the project declares none.</summary>
    public Table? Table(TableName name) => _tables.GetValueOrDefault(name) ?? (name.OtherName is { } other ? _tables.GetValueOrDefault(other) : null);

    /// <summary>The tables that a load fills: they hold the records of the current run only.</summary>
    public IEnumerable<Table> StagingTables => Of(Loads.Select(load => load.Copy.Table));

    /// <summary>The tables that a model fills.</summary>
    public IEnumerable<Table> StarTables => Of(Models.Select(model => model.Table));

    IEnumerable<Table> Of(IEnumerable<TableName> names)
    {
        var wanted = names.ToHashSet();
        return Tables.Where(table => wanted.Contains(table.Name));
    }
}
