using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.DuckDb;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Projects;
using Starlift.Redshift;
using Starlift.Secrets;
using Starlift.Sessions;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Cli.Targets;

/// <summary>What a command works on that needs no project: a project's target, or a DuckDB database by its path.</summary>
sealed class TargetSession : IAsyncDisposable
{
    /// <summary>Null for a database by its path.</summary>
    readonly TargetSettings? _target;

    TargetSession(IWarehouse warehouse, IObjectStore store, TargetSettings? target, IReadOnlyDictionary<string, string> variables)
    {
        Warehouse = warehouse;
        Store = store;
        _target = target;
        Variables = variables;
    }

    public IWarehouse Warehouse { get; }

    /// <summary>The full path of its DuckDB file; null where it is none.</summary>
    public string? File { get; private init; }

    /// <summary>Where COPY finds objects.</summary>
    public IObjectStore Store { get; }

    /// <summary>The project's, or those of the command line where there is none.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <param name="duckDb">A full path or :memory:; null for the project's target.</param>
    /// <param name="access">What for.</param>
    /// <param name="options">Which project and target.</param>
    /// <param name="surroundings">Without a project, relative paths start at the current folder.</param>
    /// <param name="s3">How s3:// is read.</param>
    /// <param name="cancel">Ends the opening.</param>
    public static async Task<TargetSession> OpenAsync(
        string? duckDb, WarehouseAccess access, GlobalOptions options, Surroundings surroundings, S3Settings s3, CancellationToken cancel)
    {
        if (duckDb is null)
        {
            var session = access == WarehouseAccess.Read
                ? await ProjectSession.OpenToReadAsync(options, s3, cancel)
                : await ProjectSession.OpenAsync(options, s3, keepStaging: false, cancel);
            var isDuckDb = session.Target.Type == DuckDbTargetType.Definition.Name;
            return new TargetSession(session.Warehouse, session.Store, session.Target, session.Project.Vars) { File = isDuckDb ? FileOf(OpenTarget.PathOf(session.Project, session.Target)) : null };
        }

        var store = ObjectStores.Of(surroundings.CurrentFolder, options.Overrides.Vars, s3);
        PrivateFiles.Make(true);
        var secrets = SecretValues.Of(options.Overrides.Vars.Where(variable => SecretValues.AreIn(variable.Key)).Select(variable => variable.Value));
        var warehouse = await OpenTarget.OpenDuckDbAsync(new DuckDbOptions { Path = duckDb, Access = access }, _ => null, store, cancel);
        return new TargetSession(secrets.IsEmpty ? warehouse : new RedactingWarehouse(warehouse, secrets), store, target: null, options.Overrides.Vars) { File = FileOf(duckDb) };
    }

    /// <summary>Each result is yielded before the next statement begins.</summary>
    /// <exception cref="ConfigurationException">The target can't execute one of them; none was executed.</exception>
    public IAsyncEnumerable<StatementResult> RunAsync(IReadOnlyList<SqlStatement> statements, CancellationToken cancel)
    {
        if (_target is not null && DataApiTarget.Is(_target))
        {
            RedshiftDataApiWarehouse.Check(statements);
        }

        return new ScriptRunner(Warehouse, Store, TimeProvider.System).RunAsync(statements, cancel);
    }

    public ValueTask DisposeAsync() => Warehouse.DisposeAsync();

    static string? FileOf(string path) => path == ":memory:" ? null : path;
}
