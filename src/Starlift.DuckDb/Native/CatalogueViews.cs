using DuckDB.NET.Data;

namespace Starlift.DuckDb.Native;

/// <summary>
/// The views of a database, looked up by name. The system table of views would make all of the engine's own first, which takes a hundred
/// times as long.
/// </summary>
sealed unsafe class CatalogueViews : IDisposable
{
    /// <summary>DUCKDB_CATALOG_ENTRY_TYPE_VIEW of duckdb.h.</summary>
    const int View = 3;

    readonly DuckDBConnection? _began;
    nint _context;
    nint _catalogue;

    CatalogueViews(DuckDBConnection connection, string database)
    {
        nint context;
        DuckDbApi.ContextOf(connection.NativeConnection.DangerousGetHandle(), &context);
        _context = context;
        _catalogue = DuckDbApi.CatalogueOf(context, database);
        if (_catalogue == 0)
        {
            // There is a catalogue in a transaction only.
            connection.Execute("BEGIN");
            _began = connection;
            _catalogue = DuckDbApi.CatalogueOf(context, database);
        }
    }

    /// <param name="connection">In a transaction or not.</param>
    /// <param name="database">The database's name in the engine.</param>
    /// <exception cref="DuckDBException">The transaction has failed before.</exception>
    public static CatalogueViews Of(DuckDBConnection connection, string database) => new(connection, database);

    /// <param name="schema">The schema's name in the engine.</param>
    /// <param name="name">The view's.</param>
    public bool Has(string schema, string name)
    {
        // Tables and views share their names, and the engine gives either.
        var entry = DuckDbApi.CatalogueEntry(_catalogue, _context, View, schema, name);
        if (entry == 0)
        {
            return false;
        }

        var type = DuckDbApi.EntryType(entry);
        DuckDbApi.DestroyEntry(&entry);
        return type == View;
    }

    /// <summary>Ends the transaction where it began one.</summary>
    public void Dispose()
    {
        var (context, catalogue) = (_context, _catalogue);
        DuckDbApi.DestroyCatalogue(&catalogue);
        DuckDbApi.DestroyContext(&context);
        (_context, _catalogue) = (0, 0);
        if (_began is { } connection)
        {
            connection.Execute("ROLLBACK");
        }
    }
}
