using System.Globalization;
using System.Text.RegularExpressions;
using Starlift.Errors;

namespace Starlift.Postgres;

/// <summary>
/// An advisory lock of the database, which ends with its session. The session's application_name says who holds it since when: of other
/// users' sessions that is all that everybody may see.
/// </summary>
sealed partial class PostgresLock : IAsyncDisposable
{
    /// <summary>"starlift" in ASCII.</summary>
    const long Key = 0x737461726c696674;

    /// <summary>Of an application_name (PostgreSQL: "application_name").</summary>
    const int MostHolder = 63 - 26;

    const string Holder = """
        SELECT a.application_name FROM pg_locks AS l JOIN pg_stat_activity AS a ON a.pid = l.pid
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND (l.classid::bigint << 32 | l.objid::bigint) = 
        """;

    readonly PostgresSession _session;

    PostgresLock(PostgresSession session) => _session = session;

    /// <exception cref="StarliftException">Another session holds it.</exception>
    public static async Task<PostgresLock> TakeAsync(
        PostgresSession session, string database, string holder, TimeProvider time, CancellationToken cancellationToken)
    {
        var shown = holder.Length > MostHolder ? holder[..MostHolder] : holder;
        await NameAsync(session, string.Create(CultureInfo.InvariantCulture, $"starlift {shown} {time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}"), cancellationToken);
        var taken = await session.QueryAsync([$"SELECT pg_try_advisory_lock({Key})"], null, cancellationToken);
        if ((bool)taken.Rows[0][0]!)
        {
            return new PostgresLock(session);
        }

        await NameAsync(session, "starlift", cancellationToken);
        var found = await session.QueryAsync([$"{Holder}{Key}"], null, cancellationToken);
        throw new StarliftException(ExitCode.Locked, new Problem(
            $"database {database} is in use by {Shown(found.Rows.Count > 0 ? found.Rows[0][0] as string : null)}",
            Hint: "wait until that run is done; a run that has died holds nothing"));
    }

    /// <summary>A session that is lost has let go of it by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _session.ExecuteAsync([$"SELECT pg_advisory_unlock({Key})"], null, CancellationToken.None);
            await NameAsync(_session, "starlift", CancellationToken.None);
        }
        catch (StarliftException e) when (e.ExitCode == ExitCode.Access)
        {
        }
    }

    static Task<long> NameAsync(PostgresSession session, string name, CancellationToken cancellationToken) =>
        session.ExecuteAsync([$"SET application_name = {Quoting.Literal(name)}"], null, cancellationToken);

    static string Shown(string? applicationName) => applicationName is null ? "another run, which has just ended"
        : Name().Match(applicationName) is { Success: true } match
        && DateTime.TryParseExact(match.Groups[2].Value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var since)
            ? string.Create(CultureInfo.InvariantCulture, $"{match.Groups[1].Value} since {since:yyyy-MM-dd HH:mm:ss} UTC")
            : applicationName;

    [GeneratedRegex(@"^starlift (.+) (\d{8}T\d{6}Z)$")]
    private static partial Regex Name();
}
