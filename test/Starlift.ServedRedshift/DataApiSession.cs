using Starlift.Errors;
using Starlift.Server.Sessions;
using Starlift.Server.Wire;
using Starlift.Sessions;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.ServedRedshift;

/// <summary>A session of the server that the Data API has begun in place of a client.</summary>
sealed class DataApiSession : IAsyncDisposable
{
    readonly IWarehouse _warehouse;
    readonly ScriptRunner _runner;
    readonly StatementExecutor _executor;

    DataApiSession(ServedCluster server, IWarehouse warehouse, int process)
    {
        _warehouse = warehouse;
        _runner = new ScriptRunner(warehouse, server.Options.Store, TimeProvider.System);
        var loads = new OwnLoads(warehouse, server.Server.OwnLoads, server.Options.Store, process, TimeProvider.System);
        var hooks = new StatementHooks
        {
            Before = (sql, _) =>
            {
                server.Check(sql);
                return Task.CompletedTask;
            },
            After = (sql, _) =>
            {
                server.Note(sql);
                return Task.CompletedTask;
            },
        };
        _executor = new StatementExecutor(warehouse, _runner, server.Server.Loads, loads, server.Server.Locks, server.Server.Reach, hooks);
    }

    public static async Task<DataApiSession> OpenAsync(ServedCluster server, string user)
    {
        var process = server.NextProcess();
        var session = new DataApiSession(server, await server.OpenAsync(CancellationToken.None), process);
        await session._executor.ApplyAsync("application_name", "starlift", CancellationToken.None);
        await session._executor.ApplyAsync("session_authorization", user, CancellationToken.None);
        await session._executor.ApplyAsync("starlift.process", $"{process}", CancellationToken.None);
        return session;
    }

    /// <exception cref="ServerError">What Redshift would say.</exception>
    public async Task<DataApiAnswer> RunAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            var result = await _executor.ExecuteAsync(SqlScript.Parse("", sql).Single(), cancellationToken);
            if (result.Rows is not { } stream)
            {
                return new DataApiAnswer(null, [], result.Count ?? -1);
            }

            await using (stream)
            {
                var rows = new List<object?[]>();
                await foreach (var row in stream.Rows.WithCancellation(cancellationToken))
                {
                    rows.Add([.. row]);
                }

                return new DataApiAnswer(stream.Columns, rows, rows.Count);
            }
        }
        catch (StarliftException e)
        {
            throw SqlErrors.Of(e, sql);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _runner.EndAsync();
        _executor.Dispose();
        await _warehouse.DisposeAsync();
    }
}
