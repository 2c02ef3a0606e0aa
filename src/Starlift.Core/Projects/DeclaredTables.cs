using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>The tables that a project declares, for what refers to them.</summary>
sealed class DeclaredTables
{
    readonly IReadOnlySet<string> _files;

    /// <param name="tables">Those that could be read.</param>
    /// <param name="files">The names of all files of tables/: a broken one is not reported again by whatever refers to its table.</param>
    public DeclaredTables(IReadOnlyList<Table> tables, IReadOnlySet<string> files)
    {
        All = tables;
        _files = files;
    }

    public IReadOnlyList<Table> All { get; }

    /// <summary>The table; null, with a problem added unless its file is broken, where there is none.</summary>
    /// <param name="name">What the statement says.</param>
    /// <param name="who">How the message begins: "the COPY fills".</param>
    /// <param name="place">Where the statement says it.</param>
    /// <param name="problems">Gets the problem.</param>
    public Table? Find(TableName name, string who, SourcePlace place, List<Problem> problems)
    {
        var table = All.FirstOrDefault(candidate => candidate.Name == name);
        if (table is null && (!_files.Contains(name.Name) || All.Any(candidate => candidate.Name.Name == name.Name)))
        {
            var near = NearMiss.Hint(name.ToString(), All.Select(candidate => candidate.Name.ToString()));
            var namesake = All.FirstOrDefault(candidate => candidate.Name.Name == name.Name);
            problems.Add(new Problem(
                $"{who} '{name}', which the project does not declare",
                place,
                namesake is null ? near ?? $"declare it in tables/{name.Name}.sql" : $"tables/{name.Name}.sql declares '{namesake.Name}'"));
        }

        return table;
    }
}
