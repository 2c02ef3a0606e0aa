using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>The tables that a project declares, for what refers to them.</summary>
sealed class DeclaredTables
{
    readonly IReadOnlySet<string> _files;
    readonly Dictionary<TableName, Table> _byName;
    readonly Dictionary<string, Table> _namesakes;
    readonly Lazy<ProjectCatalogue> _catalogue;

    /// <param name="tables">Those that could be read.</param>
    /// <param name="files">The names of all files of tables/: a broken one is not reported again by whatever refers to its table.</param>
    public DeclaredTables(IReadOnlyList<Table> tables, IReadOnlySet<string> files)
    {
        All = tables;
        Names = tables.Select(table => table.Name).ToHashSet();
        _files = files;
        _byName = tables.DistinctBy(table => table.Name).ToDictionary(table => table.Name);
        _namesakes = tables.DistinctBy(table => table.Name.Name).ToDictionary(table => table.Name.Name);
        _catalogue = new Lazy<ProjectCatalogue>(() => new ProjectCatalogue(tables.Select(table => (table.Name, table))));
    }

    public IReadOnlyList<Table> All { get; }

    public IReadOnlySet<TableName> Names { get; }

    /// <summary>They as the binder takes them.</summary>
    public ProjectCatalogue Catalogue => _catalogue.Value;

    /// <summary>The first table of that name in whatever schema; null where there is none.</summary>
    public Table? Namesake(string name) => _namesakes.GetValueOrDefault(name);

    /// <summary>The table of exactly that name, which there has to be.</summary>
    public Table Of(TableName name) => _byName[name];

    /// <summary>The table; null, with a problem added unless its file is broken, where there is none.</summary>
    /// <param name="name">What the statement says.</param>
    /// <param name="who">How the message begins: "the COPY fills".</param>
    /// <param name="place">Where the statement says it.</param>
    /// <param name="problems">Gets the problem.</param>
    public Table? Find(TableName name, string who, SourcePlace place, List<Problem> problems)
    {
        var table = _byName.GetValueOrDefault(name);
        var namesake = Namesake(name.Name);
        if (table is null && (!_files.Contains(name.Name) || namesake is not null))
        {
            var near = NearMiss.Hint(name.ToString(), All.Select(candidate => candidate.Name.ToString()));
            problems.Add(new Problem(
                $"{who} '{name}', which the project does not declare",
                place,
                namesake is null ? near ?? $"declare it in tables/{name.Name}.sql" : $"tables/{name.Name}.sql declares '{namesake.Name}'"));
        }

        return table;
    }
}
