using System.Globalization;
using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Redshift;

/// <summary>
/// The lock on a target: LOCK TABLE in the transaction of a session of its own, for it ends with the transaction (Amazon Redshift: "LOCK").
/// Who holds it stands in a table beside, because the locked one can't be read.
/// </summary>
sealed class RedshiftLock : IAsyncDisposable
{
    static readonly TableName Holder = new("starlift", "run_lock_holder");

    readonly RedshiftSession _session;

    RedshiftLock(RedshiftSession session) => _session = session;

    /// <param name="options">Of the target.</param>
    /// <param name="working">The session that works under the lock.</param>
    /// <param name="holder">Who takes it.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="StarliftException">Another session holds it, or it can't be taken.</exception>
    public static async Task<RedshiftLock> TakeAsync(
        RedshiftOptions options, RedshiftSession working, string holder, CancellationToken cancellationToken)
    {
        await MakeTablesAsync(working, cancellationToken);
        var session = new RedshiftSession(options);
        try
        {
            await session.BeginAsync(cancellationToken);
            // LOCK has no NOWAIT.
            await session.ExecuteAsync(
                string.Create(CultureInfo.InvariantCulture, $"set statement_timeout to {options.LockPatience.TotalMilliseconds:0}"), cancellationToken);
            await session.ExecuteAsync("lock table starlift.run_lock", cancellationToken);
            await session.ExecuteAsync("set statement_timeout to 0", cancellationToken);
            await working.ExecuteAsync("delete from starlift.run_lock_holder", cancellationToken);
            await working.ExecuteAsync($"insert into starlift.run_lock_holder values ({RedshiftLiteral.Of(holder)}, getdate())", cancellationToken);
            return new RedshiftLock(session);
        }
        catch (StarliftException e) when (RedshiftErrors.MeansTimeout(e))
        {
            await session.DisposeAsync();
            throw await HeldAsync(working, e, cancellationToken);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_session.InTransaction)
            {
                await _session.EndAsync("rollback", CancellationToken.None);
            }
        }
        catch (StarliftException)
        {
            // The session is lost, and the lock with it.
        }

        await _session.DisposeAsync();
    }

    static async Task MakeTablesAsync(RedshiftSession session, CancellationToken cancellationToken)
    {
        if ((await session.QueryAsync(RedshiftCatalogue.Describe(Holder), cancellationToken)).Rows.Count > 0)
        {
            return;
        }

        await session.ExecuteAsync("create schema if not exists starlift", cancellationToken);
        await session.ExecuteAsync("create table if not exists starlift.run_lock (id integer)", cancellationToken);
        await session.ExecuteAsync("create table if not exists starlift.run_lock_holder (holder varchar(1024) not null, since timestamp not null)", cancellationToken);
    }

    static async Task<StarliftException> HeldAsync(RedshiftSession session, StarliftException inner, CancellationToken cancellationToken)
    {
        var rows = (await session.QueryAsync("select holder, since from starlift.run_lock_holder order by since desc limit 1", cancellationToken)).Rows;
        var who = rows.Count == 0 ? "another run" : string.Create(CultureInfo.InvariantCulture, $"{rows[0][0]} since {rows[0][1]:yyyy-MM-dd HH:mm:ss} UTC");
        return new StarliftException(ExitCode.Locked, new Problem($"the target is in use by {who}", Hint: "wait until that run is done"), inner);
    }
}
