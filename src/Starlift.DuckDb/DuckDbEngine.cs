using DuckDB.NET.Data;
using Starlift.DuckDb.Native;
using Starlift.DuckDb.Native.Scalars;
using Starlift.DuckDb.Values;
using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.DuckDb;

/// <summary>
/// The engine behind one database file. All sessions of this process on one file share it: the system's lock on the file keeps other
/// processes out, but not a second engine of the same process, and two would write over each other. Thread-safe.
/// </summary>
sealed class DuckDbEngine : IDisposable
{
    /// <summary>What the engine calls the database in memory that it begins with.</summary>
    const string BeginsWith = "memory";

    /// <summary>A database in memory to stand in while there is no other.</summary>
    const string Aside = "starlift aside";

    /// <summary>Names that the engine has for itself.</summary>
    static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase) { "main", "system", "temp" };

    static readonly Lock Gate = new();
    static readonly Dictionary<string, DuckDbEngine> OfFiles = [];

    readonly string? _file;
    readonly WarehouseAccess _access;
    readonly DuckDBConnection _root;
    volatile bool _isBroken;
    int _sessions;
    int _definitionsVersion;

    /// <summary>An engine without a file that the next one takes over; null where none has been prepared.</summary>
    static Task<DuckDBConnection>? _prepared;

    DuckDbEngine(string? file, WarehouseAccess access)
    {
        _file = file;
        _access = access;
        _root = Interlocked.Exchange(ref _prepared, null) is { } prepared ? prepared.GetAwaiter().GetResult() : Start();
    }

    /// <summary>Begins to start an engine for the file that is opened next.</summary>
    public static void Prepare()
    {
        lock (Gate)
        {
            _prepared ??= Task.Run(Start);
        }
    }

    /// <summary>The engine of the file, opened where no session of this process has it open. To be disposed of as often as it is taken.</summary>
    /// <param name="options">Where the database is.</param>
    /// <exception cref="DuckDBException">The file can't be opened, or another process holds it.</exception>
    /// <exception cref="StarliftException">This process reads the file, and is now asked to write to it.</exception>
    public static DuckDbEngine Take(DuckDbOptions options)
    {
        lock (Gate)
        {
            // each database in memory is one of its own
            var file = options.IsInMemory ? null : RealPath.Of(options.Path);
            var engine = file is null ? null : OfFiles.GetValueOrDefault(file);
            if (engine is null)
            {
                engine = new DuckDbEngine(file, options.Access);
                engine.Open(options);
            }
            else if (engine._access == WarehouseAccess.Read && options.Access == WarehouseAccess.Write)
            {
                throw new StarliftException(
                    ExitCode.Locked, new Problem($"{options.Path} is being read by this process", Hint: "end the sessions that read it first"));
            }

            engine._sessions++;
            return engine;
        }
    }

    /// <summary>A connection that speaks to the file's database; the caller's to dispose of, before the engine.</summary>
    public DuckDBConnection Connect()
    {
        var connection = _root.Duplicate();
        connection.Open();
        if (_file is not null)
        {
            connection.Execute($"USE {DuckDbName.Quote(Database)}");
        }

        return connection;
    }

    /// <summary>The name of the database whose tables the sessions use.</summary>
    public string Database { get; private set; } = BeginsWith;

    /// <summary>The engine gave the file up: it takes no more statements until the file is attached again.</summary>
    public bool IsBroken => _isBroken;

    /// <summary>Counts the commits that changed what is remembered of tables, so that other sessions read it again.</summary>
    public int DefinitionsVersion => Volatile.Read(ref _definitionsVersion);

    /// <summary>A commit has changed what is remembered of tables.</summary>
    /// <returns>The new <see cref="DefinitionsVersion"/>.</returns>
    public int NoteDefinitions() => Interlocked.Increment(ref _definitionsVersion);

    /// <summary>Looks whether the engine gave the file up with what it threw.</summary>
    public void Note(DuckDBException exception) => _isBroken |= _file is not null && DuckDbErrors.MeansInvalidated(exception);

    /// <summary>Attaches the file again where the engine gave it up. What was committed is read from the file and its log.</summary>
    /// <exception cref="DuckDBException">The file can't be opened.</exception>
    public void EnsureUsable()
    {
        if (!_isBroken)
        {
            return;
        }

        lock (Gate)
        {
            if (_isBroken)
            {
                Detach();
                Attach(_file!);
                _isBroken = false;
            }
        }
    }

    /// <summary>The last time closes the file.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            _sessions--;
            if (_sessions == 0)
            {
                Close();
            }
        }
    }

    void Open(DuckDbOptions options)
    {
        try
        {
            _root.Execute(DuckDbSettings.OfEngine(options));
            if (_file is not null)
            {
                Attach(_file);
                OfFiles.Add(_file, this);
            }
        }
        catch
        {
            _root.Dispose();
            throw;
        }
    }

    static DuckDBConnection Start()
    {
        var root = new DuckDBConnection("DataSource=:memory:");
        root.Open();
        // one transaction for all of them takes a tenth of the time of one each
        root.Execute("BEGIN");
        ScalarRegistry.Register(root.NativeConnection.DangerousGetHandle(), ValueFunctions.All);
        root.Execute("COMMIT");
        return root;
    }

    // DuckDB 1.5.6 can't replay every log where the file is the database that the engine begins with: an ALTER of a table with a DEFAULT,
    // which COMMENT ON COLUMN is too, asks for a default database, and there is none yet (duckdb/duckdb 19712). Attached, it is replayed.
    void Attach(string file)
    {
        if (Path.GetFileNameWithoutExtension(file).Equals(BeginsWith, StringComparison.OrdinalIgnoreCase))
        {
            // the file is to have that name
            _root.Execute($"ATTACH IF NOT EXISTS ':memory:' AS {DuckDbName.Quote(Aside)}; USE {DuckDbName.Quote(Aside)}; DETACH DATABASE IF EXISTS {BeginsWith}");
        }

        // A new database is written in the format of DuckDB 1.4, whose compression of text takes less than two thirds of the time that
        // DuckDB's default, the format of 1.0, takes, and less room. A database that is there keeps its format.
        var mode = _access == WarehouseAccess.Read ? "READ_ONLY" : "STORAGE_VERSION 'v1.4.0'";
        var name = NameOf(file);
        _root.Execute($"ATTACH {DuckDbName.Literal(file)}{(name is null ? "" : $" AS {DuckDbName.Quote(name)}")} (TYPE duckdb, {mode})");
        Database = name ?? NameOfAttached();
    }

    /// <summary>The name that DuckDB gives a file's database; null where it would give another one than the file's, because that is taken.</summary>
    static string? NameOf(string file) =>
        Path.GetFileName(file).Split('.')[0] is { Length: > 0 } name && !Taken.Contains(name) ? name : null;

    string NameOfAttached()
    {
        using var command = _root.CreateCommand();
        command.CommandText = "SELECT database_name FROM duckdb_databases() WHERE NOT internal AND path IS NOT NULL";
        return (string)command.ExecuteScalar()!;
    }

    // Detaching tries once more to move the log into the file, and says so where that fails; the file is let go of all the same.
    void Detach()
    {
        try
        {
            _root.Execute($"DETACH DATABASE IF EXISTS {DuckDbName.Quote(Database)}");
        }
        catch (DuckDBException)
        {
        }
    }

    void Close()
    {
        if (_file is not null)
        {
            OfFiles.Remove(_file);
        }

        _root.Dispose();
    }
}
