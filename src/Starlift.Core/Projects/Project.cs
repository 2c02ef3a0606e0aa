using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>A project folder, read and validated: what a run works from. Immutable.</summary>
public sealed record Project
{
    /// <summary>The folder's full path; relative paths of settings and COPY statements start here.</summary>
    public required string Folder { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyDictionary<string, string> Vars { get; init; }

    public required IReadOnlyList<TargetSettings> Targets { get; init; }

    public required string DefaultTarget { get; init; }

    /// <summary>Staging tables and star tables, by name.</summary>
    public required IReadOnlyList<Table> Tables { get; init; }

    /// <summary>By name.</summary>
    public required IReadOnlyList<Load> Loads { get; init; }

    /// <summary>By name; the plan orders them.</summary>
    public required IReadOnlyList<Model> Models { get; init; }

    /// <summary>The table of that name, folded to lower case; null where the project declares none.</summary>
    public Table? Table(TableName name) => Tables.FirstOrDefault(table => table.Definition.Name == name);

    /// <summary>The tables that a load fills: they hold the records of the current run only.</summary>
    public IEnumerable<Table> StagingTables => Tables.Where(table => Loads.Any(load => load.Copy.Table == table.Name));

    /// <summary>The tables that a model fills.</summary>
    public IEnumerable<Table> StarTables => Tables.Where(table => Models.Any(model => model.Table == table.Name));
}
