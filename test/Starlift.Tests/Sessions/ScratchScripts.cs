using System.Text;
using Starlift.DuckDb;
using Starlift.Errors;
using Starlift.Sessions;
using Starlift.Sql;
using Starlift.Tests.DuckDb;
using Starlift.Tests.Objects;
using Starlift.Warehouses;

namespace Starlift.Tests.Sessions;

/// <summary>Runs scripts on one DuckDB of their own. Records that a test adds are at s3://b/.</summary>
/// <param name="onFile">The database can be closed and opened again.</param>
sealed class ScratchScripts(bool onFile = false) : IAsyncDisposable
{
    readonly DirectoryInfo? _folder = onFile ? Directory.CreateTempSubdirectory("starlift-scripts-") : null;
    readonly MemoryObjectStore _store = new();
    IWarehouse? _warehouse;

    /// <summary>What scripts are given in the place of the warehouse, to see what they do with it.</summary>
    public Func<IWarehouse, IWarehouse> Wrap { get; init; } = warehouse => warehouse;

    /// <summary>With a table t (n int, v varchar(3)) and the records at s3://b/t.</summary>
    public static async Task<ScratchScripts> WithAsync(string records)
    {
        var scripts = new ScratchScripts().Add("t", records);
        await scripts.RunAsync("create table t (n int, v varchar(3))");
        return scripts;
    }

    public ScratchScripts Add(string key, string records)
    {
        _store.Add($"s3://b/{key}", Encoding.UTF8.GetBytes(records));
        return this;
    }

    /// <summary>What a user sees of the script: messages, counts, and rows with values parted by |.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(string sql)
    {
        var seen = new List<string>();
        await RunAsync(SqlScript.Parse("a.sql", sql), seen);
        return seen;
    }

    /// <summary>Runs a script until somebody ends it, with what was seen of it by then.</summary>
    public async Task<Exception> EndAsync(string sql, CancellationToken cancel) =>
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(SqlScript.Parse("a.sql", sql), [], cancel));

    /// <summary>The problem of a script that fails, as "place: what", after what was seen before it.</summary>
    public async Task<(ExitCode ExitCode, IReadOnlyList<string> Seen)> FailAsync(string sql)
    {
        var seen = new List<string>();
        var error = await Assert.ThrowsAnyAsync<StarliftException>(() => RunAsync(SqlScript.Parse("a.sql", sql), seen));
        seen.AddRange(error.Problems.Select(problem => $"{problem.Place}: {problem.What}"));
        return (error.ExitCode, seen);
    }

    /// <summary>The rows of a query, values parted by |.</summary>
    public Task<IReadOnlyList<string>> QueryAsync(string sql) => RunAsync(sql);

    /// <summary>Closes the database; the next script opens it anew.</summary>
    public async Task ReopenAsync()
    {
        if (_warehouse is not null)
        {
            await _warehouse.DisposeAsync();
            _warehouse = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ReopenAsync();
        _folder?.Delete(recursive: true);
    }

    Task RunAsync(IReadOnlyList<SqlStatement> statements, List<string> seen) => RunAsync(statements, seen, TestContext.Current.CancellationToken);

    async Task RunAsync(IReadOnlyList<SqlStatement> statements, List<string> seen, CancellationToken cancel)
    {
        var options = new DuckDbOptions { Path = _folder is null ? ":memory:" : Path.Combine(_folder.FullName, "scratch.duckdb"), Threads = 1 };
        _warehouse ??= Wrap(await DuckDbWarehouse.OpenAsync(options, _ => null, _store, cancel));
        await foreach (var result in new ScriptRunner(_warehouse, _store, TimeProvider.System).RunAsync(statements, cancel))
        {
            seen.AddRange(result.Messages);
            if (result is { Count: { } count, Messages.Count: 0 })
            {
                seen.Add($"{count} rows");
            }

            var rows = result.Rows is null ? [] : (await result.Rows.CollectAsync(cancel)).Rows;
            seen.AddRange(rows.Select(row => string.Join('|', row.Select(value => DuckDbText.Of(value ?? DBNull.Value)))));
        }
    }
}
