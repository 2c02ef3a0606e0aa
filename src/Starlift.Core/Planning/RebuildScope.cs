using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Planning;

/// <summary>
/// Finds what has to be built anew together. A table that reads a rebuilt one is rebuilt, and so is one that reads the staging table of a load
/// whose objects are all loaded again and that has news to read: merged, it would be given again what it has.
/// </summary>
sealed class RebuildScope
{
    readonly Project _project;
    readonly ILookup<TableName, Load> _loads;

    public RebuildScope(Project project)
    {
        _project = project;
        _loads = project.Loads.ToLookup(load => load.Copy.Table);
    }

    /// <summary>The loads whose rows the model reads itself.</summary>
    public IEnumerable<Load> LoadsOf(Model model) => model.Reads.SelectMany(read => _loads[read]);

    /// <summary>Star tables whose models read rows of one of these loads.</summary>
    /// <param name="loads">Names.</param>
    public IEnumerable<TableName> FedBy(IReadOnlySet<string> loads) => FedModels(loads).Select(model => model.Table);

    /// <param name="wanted">Star tables to be rebuilt in any case.</param>
    /// <param name="news">Star tables that a load gives something to read that they have not had.</param>
    /// <param name="merged">Star tables that are given all objects and keep the rows that they have.</param>
    public Rebuild Of(IEnumerable<TableName> wanted, IEnumerable<TableName> news, IReadOnlySet<TableName> merged)
    {
        var fresh = WithReaders([.. news]);
        var tables = WithReaders([.. wanted]);
        var loads = LoadsOf(merged);
        for (var before = -1; before < tables.Count;)
        {
            before = tables.Count;
            loads.UnionWith(LoadsOf(tables));
            tables = WithReaders([.. tables, .. FedBy(loads).Where(fresh.Contains)]);
            tables.ExceptWith(merged);
        }

        return loads.Count + tables.Count == 0
            ? Rebuild.None
            : new Rebuild(
                [.. _project.StarTables.Select(table => table.Name).Where(tables.Contains)],
                [.. loads.Order(StringComparer.Ordinal)],
                [.. FedModels(loads).Where(model => !tables.Contains(model.Table) && !merged.Contains(model.Table))]);
    }

    /// <summary>The models that a load which is loaded again for other tables gives nothing that they have not had.</summary>
    /// <param name="loads">Names.</param>
    /// <param name="news">Star tables that have something to read.</param>
    public IReadOnlyList<Model> RestingOf(IReadOnlySet<string> loads, IEnumerable<TableName> news)
    {
        var fresh = WithReaders([.. news]);
        return [.. FedModels(loads).Where(model => !fresh.Contains(model.Table))];
    }

    /// <summary>The names of the loads whose rows the table's model reads, or those of the tables that it reads.</summary>
    public IReadOnlySet<string> AllLoadsOf(TableName table)
    {
        HashSet<TableName> read = [table];
        for (var before = -1; before < read.Count;)
        {
            before = read.Count;
            read.UnionWith(_project.Models.Where(model => read.Contains(model.Table)).SelectMany(model => model.Reads));
        }

        return LoadsOf(read);
    }

    IEnumerable<Model> FedModels(IReadOnlySet<string> loads) =>
        _project.Models.Where(model => LoadsOf(model).Any(load => loads.Contains(load.Name)));

    HashSet<string> LoadsOf(IReadOnlySet<TableName> tables) =>
        [.. _project.Models.Where(model => tables.Contains(model.Table)).SelectMany(LoadsOf).Select(load => load.Name)];

    HashSet<TableName> WithReaders(HashSet<TableName> tables)
    {
        for (var before = -1; before < tables.Count;)
        {
            before = tables.Count;
            tables.UnionWith(_project.Models.Where(model => model.Reads.Overlaps(tables)).Select(model => model.Table));
        }

        return tables;
    }
}
