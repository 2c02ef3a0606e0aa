using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using Npgsql;
using Starlift.Errors;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Redshift;

/// <summary>The one place where the errors of Redshift, of the driver and of the network below it become Starlift's.</summary>
static partial class RedshiftErrors
{
    const string GrantTheRight = "grant the right to the target's user, or choose another user";
    const string RaiseTheLimit = "raise statement_timeout or the limits of the workload queue";

    /// <summary>The host's name leads nowhere: it is wrong, or too new to be known.</summary>
    public static bool MeansNoAddress(Exception exception) => Causes(exception).OfType<SocketException>()
        .Any(cause => cause.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData);

    /// <summary>The server offers no TLS.</summary>
    public static bool MeansNoTls(NpgsqlException exception) => exception.Message.Contains("No SSL enabled connection", StringComparison.Ordinal);

    /// <summary>The same attempt to connect may succeed later; of names, <see cref="MeansNoAddress"/> tells.</summary>
    public static bool MayPass(Exception exception) => Causes(exception).Any(cause => cause switch
    {
        AuthenticationException or ArgumentException => false,
        PostgresException error => error.SqlState is "53300" or "57P03" or "57P01" or "08006" or "08001",
        SocketException => true,
        TimeoutException or IOException => true,
        _ => false,
    }) && !Causes(exception).Any(cause => cause is AuthenticationException);

    /// <summary>One sentence for the log.</summary>
    public static string ReasonOf(Exception exception, RedshiftOptions options)
    {
        var server = $"{options.Host}:{options.Port}";
        return Causes(exception).LastOrDefault(cause =>
            cause is PostgresException or SocketException or AuthenticationException or TimeoutException or IOException) switch
        {
            PostgresException error => Sentence(error.MessageText),
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => $"{options.Host} has no address",
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => $"{server} refuses the connection",
            SocketException { SocketErrorCode: SocketError.TimedOut } or TimeoutException => $"{server} does not answer",
            SocketException error => $"{server} can't be reached: {Sentence(error.Message)}",
            AuthenticationException error => $"the certificate of {server} is not accepted: {Sentence(error.Message)}",
            IOException error => $"{server} broke the connection off: {Sentence(error.Message)}",
            _ => Sentence(exception.Message),
        };
    }

    /// <param name="exception">What connecting threw.</param>
    /// <param name="options">Where to.</param>
    public static StarliftException TranslateOpen(Exception exception, RedshiftOptions options)
    {
        var reason = ReasonOf(exception, options);
        if (Causes(exception).OfType<PostgresException>().FirstOrDefault() is { } error)
        {
            return error.SqlState switch
            {
                "28000" or "28P01" => Access($"Redshift refuses the login: {reason}", "check user and password of the target, or that IAM may map to this user", exception),
                "3D000" => new StarliftException(
                    ExitCode.Usage, new Problem($"there is no database '{options.Database}' on {options.Host}", Hint: "set the target's database"), exception),
                "53300" => Access($"Redshift takes no more connections: {reason}", "run again when others have ended", exception),
                _ => Access($"Redshift refuses the connection: {reason}", null, exception),
            };
        }

        return Access(reason, HintFor(exception, options), exception);
    }

    /// <param name="exception">What the driver threw.</param>
    /// <param name="statement">The Redshift statement that failed.</param>
    /// <param name="inTransaction">It failed in a transaction, of which a lost connection leaves nothing.</param>
    public static StarliftException Translate(Exception exception, SqlStatement statement, bool inTransaction)
    {
        var place = PlaceOf(exception as PostgresException, statement);
        if (exception is not PostgresException error)
        {
            return new StarliftException(
                ExitCode.Access,
                new Problem("the connection to Redshift was lost", place, inTransaction
                    ? "nothing of the transaction was kept; run again"
                    : "a statement that was on its way may have taken effect: look before you do it again"),
                exception);
        }

        var what = Sentence(error.MessageText);
        if (S3Problem(error.MessageText, error.Detail) is { } refused)
        {
            return new StarliftException(ExitCode.Access, new Problem(refused.What, place, refused.Hint), exception);
        }

        return error.SqlState switch
        {
            "42501" => new StarliftException(
                ExitCode.Access, new Problem(what, place, GrantTheRight), exception),
            "25006" => ReadOnlySession.Refuses(what, place, exception),
            "57P01" => new StarliftException(
                ExitCode.Access, new Problem($"Redshift ended the session: {what}", place, "nothing of the transaction was kept; run again"), exception),
            _ when MeansSerialization(error) => new StarliftException(
                ExitCode.RunFailed, new Problem(Conflict(what), place, "run again"), exception),
            "57014" => new StarliftException(
                ExitCode.RunFailed, new Problem(what, place, RaiseTheLimit), exception),
            _ => new StarliftException(ExitCode.RunFailed, new Problem(what, place, Hint(error)), exception),
        };
    }

    // Of what is sent as it is written. A COPY and a CREATE TABLE may have words more.
    static SourcePlace PlaceOf(PostgresException? error, SqlStatement statement)
    {
        var source = statement.Source;
        var index = statement is CopyStatement or CreateTable ? null : WirePosition.IndexOf(source.Sql, error?.Position ?? 0);
        return source.PlaceOf(source.Start + (index ?? 0));
    }

    /// <summary>What the Data API tells of a failure are words and no SQLSTATE; those that are not known are shown as they are.</summary>
    /// <param name="refusal">Redshift's words.</param>
    /// <param name="statement">The Redshift statement that failed.</param>
    public static StarliftException Translate(RedshiftRefusedException refusal, SqlStatement statement)
    {
        var place = statement.Source.PlaceOf(statement.Source.Start);
        var isFatal = refusal.Message.StartsWith("FATAL:", StringComparison.Ordinal);
        var what = Sentence(Severity().Replace(refusal.Message, ""));
        bool Says(string words) => what.Contains(words, StringComparison.OrdinalIgnoreCase);
        StarliftException Failure(ExitCode code, string? hint) => new(code, new Problem(what, place, hint), refusal);
        return S3Problem(what, refusal.Message) is { } refused ? new StarliftException(ExitCode.Access, new Problem(refused.What, place, refused.Hint), refusal)
            : isFatal || Says("password authentication failed") ? Access($"Redshift refuses the login: {what}", "check the target's database, user and secret, or that IAM may map to this user", refusal)
            : Says("permission denied") || Says("must be owner of") ? Failure(ExitCode.Access, GrantTheRight)
            : MeansSerialization(refusal.Message) ? new StarliftException(ExitCode.RunFailed, new Problem(Conflict(what), place, "run again"), refusal)
            : Says("cancelled") || Says("canceled") || Says("statement timeout") ? Failure(ExitCode.RunFailed, RaiseTheLimit)
            : Says("exceeded") && Says("size limit") ? Failure(ExitCode.RunFailed, "the Data API hands out 500 MB at most: ask for less, with WHERE or LIMIT, or UNLOAD to S3")
            : Says("packet for query is too large") ? Failure(ExitCode.RunFailed, "a row may have 64 KB over the Data API: select fewer columns, or cut long ones")
            : Failure(ExitCode.RunFailed, null);
    }

    /// <summary>A COPY failed on its data: the system views tell which record and why.</summary>
    public static bool MeansBadData(PostgresException error) => MeansBadData(error.MessageText);

    /// <inheritdoc cref="MeansBadData(PostgresException)"/>
    public static bool MeansBadData(string message) =>
        message.Contains("stl_load_errors", StringComparison.OrdinalIgnoreCase) || message.Contains("sys_load_error_detail", StringComparison.OrdinalIgnoreCase);

    /// <summary>The statement waited as long as it may.</summary>
    public static bool MeansTimeout(StarliftException exception) => exception.InnerException is PostgresException { SqlState: "57014" };

    /// <summary>There is no such table, view or column, or no right to read it.</summary>
    public static bool MeansNoView(StarliftException exception) => exception.InnerException is PostgresException { SqlState: "42P01" or "42703" or "42501" };

    public static bool MeansLostConnection(StarliftException exception) =>
        exception.ExitCode == ExitCode.Access && exception.InnerException is not PostgresException { SqlState: not "57P01" };

    /// <summary>Its message names the role or what S3 said; null where it is about something else.</summary>
    static (string What, string Hint)? S3Problem(string message, string? detail)
    {
        var text = $"{message}\n{detail}";
        var what = Sentence(message);
        if (text.Contains("not authorized to assume IAM Role", StringComparison.OrdinalIgnoreCase)
            || text.Contains("UnauthorizedException", StringComparison.Ordinal)
            || text.Contains("IAM role", StringComparison.OrdinalIgnoreCase) && text.Contains("not valid", StringComparison.OrdinalIgnoreCase)
            || text.Contains("default IAM role", StringComparison.OrdinalIgnoreCase))
        {
            return ($"Redshift can't take the role of the COPY: {what}",
                "attach the role to the cluster or namespace, let redshift.amazonaws.com assume it, and name it in the target's iam_role");
        }

        if (!S3Exception().IsMatch(text))
        {
            return null;
        }

        return text switch
        {
            _ when text.Contains("AccessDenied", StringComparison.Ordinal) || text.Contains("Access Denied", StringComparison.Ordinal) => (
                $"the role of the COPY may not read what it names: {what}", "allow it s3:ListBucket and s3:GetObject: starlift iam print --for copy-role"),
            _ when text.Contains("PermanentRedirect", StringComparison.Ordinal) || text.Contains("region", StringComparison.OrdinalIgnoreCase) => (
                $"the bucket is in another region than the warehouse: {what}",
                "state the bucket's region with REGION in the COPY; the manifests have to be in the same one"),
            _ => ($"Redshift can't read S3: {what}", "check bucket, objects and the role of the COPY"),
        };
    }

    static bool MeansSerialization(PostgresException error) => error.SqlState == "40001" || MeansSerialization(error.MessageText);

    static bool MeansSerialization(string message) => message.Contains("Serializable isolation violation", StringComparison.OrdinalIgnoreCase);

    static string Conflict(string what) => $"another transaction wrote to the same tables meanwhile: {what}";

    static string? Hint(PostgresException error) => error.Hint is { Length: > 0 } hint ? Sentence(hint) : null;

    static string HintFor(Exception exception, RedshiftOptions options) => Causes(exception).Any(cause => cause is AuthenticationException)
        ? "the server must prove that it is this host; give the certificates to trust with the target's root_certificate"
        : Causes(exception).OfType<SocketException>().Any(cause => cause.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
            ? options.NamePatience > TimeSpan.Zero ? "a new warehouse's name takes some minutes to be known: run again, and see whether this machine's DNS knows it" : "check the target's host"
            : $"check that the warehouse runs, that it is reachable from here, and that its security group admits this address on port {options.Port}";

    static StarliftException Access(string what, string? hint, Exception inner) => new(ExitCode.Access, new Problem(what, Hint: hint), inner);

    static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    static string Sentence(string text) => text.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.', ' ');

    [GeneratedRegex(@"\A(ERROR|FATAL):\s*")]
    private static partial Regex Severity();

    [GeneratedRegex("S3ServiceException|S3 bucket|S3CurlException|reading manifest file", RegexOptions.IgnoreCase)]
    private static partial Regex S3Exception();
}
