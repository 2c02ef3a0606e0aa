using System.Collections.Immutable;
using Starlift.Sql.Meaning.Functions;

namespace Starlift.Sql.Meaning.Catalogues;

/// <summary>A catalogue of known tables, immutable: each change gives another one.</summary>
public sealed class Catalogue : ICatalogue
{
    /// <summary>The schema that temporary tables are told by.</summary>
    public const string TemporarySchema = "pg_temp";

    ImmutableDictionary<(string Schema, string Name), TableDefinition> _tables = ImmutableDictionary<(string, string), TableDefinition>.Empty;
    ImmutableDictionary<string, FunctionRow> _functions = ImmutableDictionary<string, FunctionRow>.Empty;
    ImmutableHashSet<string> _schemas = ["public", "pg_catalog", "information_schema"];

    Catalogue()
    {
    }

    /// <summary>No tables but the system's; the schemas public, pg_catalog and information_schema.</summary>
    public static Catalogue Empty { get; } = new();

    public SessionSettings Settings { get; private set; } = SessionSettings.Default;

    /// <summary>The schemas in which names without one are looked up, behind the temporary tables and before pg_catalog.</summary>
    public ImmutableArray<string> SearchPath { get; private set; } = ["public"];

    public string DefaultSchema => SearchPath.IsEmpty ? "public" : SearchPath[0];

    public TableDefinition? Find(string? schema, string name)
    {
        if (schema is not null)
        {
            return _tables.GetValueOrDefault((schema, name)) ?? SystemTables.Find(schema, name);
        }

        if (_tables.TryGetValue((TemporarySchema, name), out var temporary))
        {
            return temporary;
        }

        foreach (var place in SearchPath)
        {
            if (_tables.TryGetValue((place, name), out var table))
            {
                return table;
            }
        }

        return _tables.GetValueOrDefault(("pg_catalog", name)) ?? SystemTables.Find("pg_catalog", name);
    }

    public FunctionRow? FindFunction(string? schema, string name) => _functions.GetValueOrDefault(name);

    public bool HasSchema(string name) => _schemas.Contains(name);

    /// <summary>With the table, in place of the one of that name.</summary>
    public Catalogue With(TableDefinition table)
    {
        var changed = Copy();
        changed._tables = _tables.SetItem((table.Schema, table.Name), table);
        changed._schemas = _schemas.Add(table.Schema);
        return changed;
    }

    /// <summary>Without the table, where there is one of that name.</summary>
    public Catalogue Without(TableDefinition table)
    {
        var changed = Copy();
        changed._tables = _tables.Remove((table.Schema, table.Name));
        return changed;
    }

    /// <summary>With the function; one of that name takes what both take.</summary>
    public Catalogue With(FunctionRow function)
    {
        var changed = Copy();
        changed._functions = _functions.SetItem(
            function.Name,
            _functions.TryGetValue(function.Name, out var before) ? function with { Overloads = [.. function.Overloads, .. before.Overloads] } : function);
        return changed;
    }

    public Catalogue WithSchema(string name)
    {
        var changed = Copy();
        changed._schemas = _schemas.Add(name);
        return changed;
    }

    public Catalogue WithSearchPath(params ImmutableArray<string> schemas)
    {
        var changed = Copy();
        changed.SearchPath = schemas;
        return changed;
    }

    public Catalogue WithSettings(SessionSettings settings)
    {
        var changed = Copy();
        changed.Settings = settings;
        return changed;
    }

    Catalogue Copy() => (Catalogue)MemberwiseClone();
}
