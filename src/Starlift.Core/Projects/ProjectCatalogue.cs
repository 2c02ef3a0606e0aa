using Starlift.Sql;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Functions;

namespace Starlift.Projects;

/// <summary>
/// The tables that a project declares, for the binder. Others may be in the target: a name that the project does not declare is a table of
/// which nothing is known, and a function that Redshift does not have may be a user's. May be used by several threads at once.
/// </summary>
sealed class ProjectCatalogue : ICatalogue
{
    const string Public = "public";

    readonly Dictionary<(string Schema, string Name), Lazy<TableDefinition>> _tables;

    /// <param name="tables">By the names that statements give them.</param>
    public ProjectCatalogue(IEnumerable<(TableName Name, Table Table)> tables)
        : this([], tables)
    {
    }

    ProjectCatalogue(Dictionary<(string Schema, string Name), Lazy<TableDefinition>> known, IEnumerable<(TableName Name, Table Table)> tables)
    {
        _tables = known;
        foreach (var (name, table) in tables)
        {
            var schema = name.Schema ?? Public;
            _tables.TryAdd((schema, name.Name), new Lazy<TableDefinition>(() => TableMeaning.Of(table.Definition, Public) with { Schema = schema, Name = name.Name }));
        }
    }

    /// <summary>These tables and others; of two of one name the first.</summary>
    public ProjectCatalogue With(IEnumerable<(TableName Name, Table Table)> tables) => new(new(_tables), tables);

    public string DefaultSchema => Public;

    public SessionSettings Settings => SessionSettings.Default;

    public TableDefinition? Find(string? schema, string name) =>
        _tables.TryGetValue((schema ?? Public, name), out var table) ? table.Value
        : SystemTables.Find(schema ?? "pg_catalog", name)
        ?? new TableDefinition(schema ?? Public, name, []) { IsOpen = true, Kind = TableKind.Unknown };

    public FunctionRow? FindFunction(string? schema, string name) => schema switch
    {
        null => FunctionRow.OfOthers(name),
        "pg_catalog" => null,
        _ => FunctionRow.OfOthers($"{schema}.{name}"),
    };

    public bool HasSchema(string name) => true;
}
