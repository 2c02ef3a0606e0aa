using Starlift.Cases;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sessions;
using Starlift.Sql;

namespace Starlift.Conformance;

/// <summary>Runs SQL checks one after the other in one session of an engine, each as starlift sql would execute it, and tells what came of each.</summary>
public sealed class SqlRunner
{
    /// <summary>A result with more rows is none that a check expects.</summary>
    const int MostRows = 10_000;

    /// <summary>Each statement is ended then.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How long one may take to end when it is told to; then nothing more is asked of its engine.</summary>
    static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(5);

    readonly ScriptRunner _session;
    bool _isStuck;

    SqlRunner(IEngine engine) => _session = new ScriptRunner(engine.Warehouse, engine.Store, TimeProvider.System);

    /// <summary>A failed statement ends nothing: the next one is executed.</summary>
    public static async Task<IReadOnlyList<SqlFact>> ObserveAsync(
        IEnumerable<SqlCheck> checks, Func<IObjectStore, CancellationToken, Task<IEngine>> open, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("starlift-sql-").FullName;
        try
        {
            var engine = await open(new S3FolderObjectStore(folder), cancellationToken);
            var runner = new SqlRunner(engine);
            try
            {
                return await runner.ObserveAsync([.. checks], cancellationToken);
            }
            finally
            {
                // Nothing can be asked of an engine that still works on something.
                if (!runner._isStuck)
                {
                    await runner._session.EndAsync();
                    await engine.DisposeAsync();
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    async Task<IReadOnlyList<SqlFact>> ObserveAsync(IReadOnlyList<SqlCheck> checks, CancellationToken cancellationToken)
    {
        var parsed = checks.Select(Parse).ToList();
        await _session.PrepareAsync([.. parsed.SelectMany(one => one.Statements)], cancellationToken);
        var facts = new List<SqlFact>();
        foreach (var (fact, statements) in parsed)
        {
            facts.Add(await ObserveAsync(fact, statements, cancellationToken));
        }

        return facts;
    }

    static (SqlFact Fact, IReadOnlyList<SqlStatement> Statements) Parse(SqlCheck check)
    {
        var fact = new SqlFact { Name = check.Name, Sql = check.Sql };
        try
        {
            return (fact, SqlScript.Parse(check.Name, check.Sql));
        }
        catch (Exception e)
        {
            return (Failed(fact, e), []);
        }
    }

    async Task<SqlFact> ObserveAsync(SqlFact fact, IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken)
    {
        if (_isStuck)
        {
            return TimedOut(fact, "an earlier statement did not end");
        }

        if (fact.Error is not null)
        {
            _session.Fail();
            return fact;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            // The engine may work on the thread that asks it.
            return await Task.Run(() => ExecuteAsync(fact, statements, limit.Token), CancellationToken.None).WaitAsync(Patience + LastPatience, cancellationToken);
        }
        catch (TimeoutException)
        {
            _isStuck = true;
            return TimedOut(fact, "it did not end when it was told to");
        }
        catch (Exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return TimedOut(fact, $"it took longer than {Patience.TotalSeconds:0} seconds");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(fact, e);
        }
    }

    async Task<SqlFact> ExecuteAsync(SqlFact fact, IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            await using var rows = (await _session.ExecuteAsync(statement, cancellationToken)).Rows;
            if (rows is not null)
            {
                var read = await rows.Rows.Take(MostRows + 1).ToListAsync(cancellationToken);
                fact = read.Count > MostRows ? TimedOut(fact, $"it gives more than {MostRows} rows") : fact with
                {
                    Columns = [.. rows.Columns.Select(column => column.Name)],
                    Types = [.. rows.Columns.Select(column => column.Type.ToString())],
                    Rows = [.. read.Select(row => (IReadOnlyList<string?>)[.. row.Select(value => CellText.Of(CellText.OfValue(value)))])],
                };
            }
        }

        return fact;
    }

    static SqlFact TimedOut(SqlFact fact, string message) => fact with { Error = new FactError(null, message), Ended = SqlVerdict.TimedOut };

    static SqlFact Failed(SqlFact fact, Exception e) => e is StarliftException
        ? fact with { Error = new FactError(null, e.Message) }
        : fact with { Error = new FactError(null, $"{e.GetType().Name}: {e.Message}"), Ended = SqlVerdict.Broken };
}
