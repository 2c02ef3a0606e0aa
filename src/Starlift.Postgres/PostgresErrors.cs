using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using Npgsql;
using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.Postgres;

/// <summary>The one place where PostgreSQL's errors become Starlift's.</summary>
static partial class PostgresErrors
{
    const string Forbidden = "ask the database's owner for the right; docs/warehouses.md lists those that a run needs";

    /// <summary>What a driver call throws, other than by a mistake of Starlift's own.</summary>
    public static bool Knows(Exception exception) =>
        exception is NpgsqlException or SocketException or IOException or TimeoutException or AuthenticationException;

    /// <summary>The server is starting or recovering: the same attempt may succeed in a moment.</summary>
    public static bool IsStarting(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow };

    /// <summary>A text that no number reads: a statement that casts it ends with Redshift's error. Whatever is behind the mark is the message.</summary>
    public static string Mark(string state, string message) => $"starlift {state} {message}";

    /// <param name="exception">What the driver threw.</param>
    /// <param name="statement">The statement that failed; null where it is none of the user's.</param>
    /// <param name="server">The server, as messages name it.</param>
    /// <param name="inTransaction">It failed in a transaction, of which a lost connection leaves nothing.</param>
    public static StarliftException Translate(Exception exception, EngineStatement? statement, string server, bool inTransaction)
    {
        var place = statement is null ? null : PlaceOf(exception as PostgresException, statement);
        return exception switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } error =>
                new StarliftException(ExitCode.Access, new Problem(error.MessageText, place, Forbidden), exception),
            PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow } =>
                Lost(exception, server, inTransaction),
            PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } error => ReadOnlySession.Refuses(error.MessageText, place, exception),
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } error => new StarliftException(
                ExitCode.RunFailed, new Problem(error.MessageText, place, inTransaction ? "free space on the server; the transaction is undone" : "free space on the server; the statement has no effect"), exception),
            PostgresException error => new StarliftException(ExitCode.RunFailed, new Problem(Sentence(error), place, error.Hint), exception),
            _ => Lost(exception, server, inTransaction),
        };
    }

    /// <param name="exception">What logging in threw.</param>
    /// <param name="options">Where to.</param>
    public static StarliftException TranslateOpen(Exception exception, PostgresOptions options)
    {
        var server = $"{options.Host}:{options.Port}";
        var (what, hint) = exception switch
        {
            PostgresException error => Refused(error, options, server),
            _ when Inner<AuthenticationException>(exception) is { } tls => Untrusted(server),
            _ when Inner<SocketException>(exception) is { } socket => Unreachable(socket, options, server),
            _ when Inner<TimeoutException>(exception) is not null => ($"{server} does not answer", "check host and port, and what stands between"),
            _ when exception.Message.Contains("SSL", StringComparison.Ordinal) =>
                ($"{server} does not offer TLS, which sslmode {options.SslMode} demands", "turn TLS on at the server, or set sslmode: prefer in a network you trust"),
            _ => ($"{server} ends the connection: {Innermost(exception).Message}", "check host and port; is it a PostgreSQL server?"),
        };
        return new StarliftException(ExitCode.Access, new Problem(what, Hint: hint), exception);
    }

    static (string, string) Refused(PostgresException error, PostgresOptions options, string server) => error.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword => ($"{server} refuses the password of user {options.User}", "check the target's user and password, or the variable it takes the password from"),
        PostgresErrorCodes.InvalidAuthorizationSpecification => ($"{server} does not let user {options.User} in: {error.MessageText}", "check the target's user, and the server's pg_hba.conf"),
        PostgresErrorCodes.InvalidCatalogName => ($"{server} has no database {options.Database}", $"check the target's database, or make it: createdb {options.Database}"),
        PostgresErrorCodes.TooManyConnections => ($"{server} takes no more connections: {error.MessageText}", "wait, or raise max_connections"),
        PostgresErrorCodes.InsufficientPrivilege => ($"user {options.User} may not use database {options.Database}: {error.MessageText}", Forbidden),
        PostgresErrorCodes.CannotConnectNow => ($"{server} is starting or stopping: {error.MessageText}", "run again in a moment"),
        _ => ($"{server} refuses the connection: {error.MessageText}", error.Hint ?? "check the target's settings"),
    };

    // The driver's own check of a signer says no more than that the certificate is not accepted.
    static (string, string) Untrusted(string server) => (
        $"the TLS certificate of {server} is not accepted",
        "it has expired, names another host, or is signed by nobody trusted here: renew it, name the host as it does, or give its signer with sslrootcert");

    static (string, string) Unreachable(SocketException error, PostgresOptions options, string server) => error.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => ($"there is no host {options.Host}", "check the target's host, and the network's DNS"),
        SocketError.ConnectionRefused => ($"nothing listens at {server}", "check the target's host and port; is the server running?"),
        _ => ($"{server} can't be reached: {error.Message}", "check host and port, and what stands between"),
    };

    static StarliftException Lost(Exception exception, string server, bool inTransaction) => new(
        ExitCode.Access,
        new Problem(
            $"the connection to {server} is lost: {Innermost(exception).Message}",
            Hint: inTransaction
                ? "see the server's log, and run again: the transaction is undone, and the star is as it was"
                : "see the server's log; a statement that was on its way may have taken effect: look before you do it again"),
        exception);

    static string Sentence(PostgresException error) =>
        Marked().Match(error.MessageText) is { Success: true } marked ? marked.Groups[1].Value
        : error.SqlState == PostgresErrorCodes.NotNullViolation && error.ColumnName is { } column ? $"Cannot insert a NULL value into column {column}"
        : error.SqlState == PostgresErrorCodes.CardinalityViolation && error.MessageText.StartsWith("MERGE", StringComparison.Ordinal) ? "Found multiple matches to update the same tuple"
        : error.MessageText == "invalid input syntax for type json" ? $"JSON parsing error: {error.Detail ?? error.MessageText}"
        : error.Detail is { } detail ? $"{error.MessageText}: {detail}"
        : error.MessageText;

    static SourcePlace? PlaceOf(PostgresException? error, EngineStatement statement)
    {
        var written = statement.Statements.FirstOrDefault(written => written.Text == error?.BatchCommand?.CommandText);
        return written is not null && WirePosition.IndexOf(written.Text, error!.Position) is { } index ? statement.PlaceOf(written, index) : statement.Place;
    }

    [GeneratedRegex("\"starlift [0-9A-Z]{5} (.+)\"$", RegexOptions.Singleline)]
    private static partial Regex Marked();

    static T? Inner<T>(Exception? exception)
        where T : Exception
    {
        while (exception is not null and not T)
        {
            exception = exception.InnerException;
        }

        return (T?)exception;
    }

    static Exception Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }
}
