using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.DuckDb;
using Starlift.Objects;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Cli.Commands;

/// <summary>What a script runs on: a project's target, or a DuckDB database without a project.</summary>
sealed class ScriptSession : IAsyncDisposable
{
    readonly IReadOnlyDictionary<string, string> _variables;

    ScriptSession(IWarehouse warehouse, IObjectStore store, IReadOnlyDictionary<string, string> variables)
    {
        Warehouse = warehouse;
        Store = store;
        _variables = variables;
    }

    public IWarehouse Warehouse { get; }

    public IObjectStore Store { get; }

    /// <summary>On the project's target, with the project's variables.</summary>
    public static async Task<ScriptSession> OpenAsync(GlobalOptions options, S3Settings s3, CancellationToken cancel)
    {
        var session = await ProjectSession.OpenAsync(options, s3, keepStaging: false, cancel);
        return new ScriptSession(session.Warehouse, session.Store, session.Project.Vars);
    }

    /// <summary>On a database file, or on :memory:; relative paths start at the current folder.</summary>
    public static async Task<ScriptSession> OpenAsync(
        string path, GlobalOptions options, Surroundings surroundings, S3Settings s3, CancellationToken cancel)
    {
        var store = ObjectStores.Of(surroundings.CurrentFolder, s3);
        var database = new DuckDbOptions { Path = path == ":memory:" ? path : Path.GetFullPath(Path.Combine(surroundings.CurrentFolder, path)) };
        return new ScriptSession(await DuckDbWarehouse.OpenAsync(database, _ => null, store, cancel), store, options.Overrides.Vars);
    }

    /// <summary>The script with its variables filled in.</summary>
    public SqlSource Fill(SqlSource script) => ScriptVariables.Fill(script, _variables);

    public ValueTask DisposeAsync() => Warehouse.DisposeAsync();
}
