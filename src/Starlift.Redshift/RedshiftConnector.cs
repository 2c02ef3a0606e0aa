using System.Diagnostics;
using Npgsql;

namespace Starlift.Redshift;

/// <summary>Connects, and tries again while that may help: connecting is the only thing that is ever done twice.</summary>
static class RedshiftConnector
{
    static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);
    const int AttemptSeconds = 15;
    const int KeepAliveSeconds = 60;

    static RedshiftConnector() =>
        // Statements go as they are written. Npgsql would look for semicolons and parameters in them, by rules that are not Redshift's.
        AppContext.SetSwitch("Npgsql.EnableSqlRewriting", false);

    /// <exception cref="Errors.StarliftException">It can't be reached, or refuses.</exception>
    public static async Task<NpgsqlConnection> OpenAsync(RedshiftOptions options, CancellationToken cancellationToken)
    {
        var (since, named) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        var isPlain = false;
        for (var attempt = 1; ; attempt++)
        {
            await using var source = SourceOf(options, await options.Login(cancellationToken), isPlain);
            try
            {
                return await source.OpenConnectionAsync(cancellationToken);
            }
            catch (NpgsqlException e) when (!isPlain && RedshiftHost.MayBePlain(options.Host, options.RootCertificate) && RedshiftErrors.MeansNoTls(e))
            {
                isPlain = true;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException
                or System.Security.Authentication.AuthenticationException or ArgumentException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var delay = DelayAfter(attempt);
                var hasNoAddress = RedshiftErrors.MeansNoAddress(e);
                named = hasNoAddress ? Stopwatch.GetTimestamp() : named;
                var isOver = hasNoAddress
                    ? Stopwatch.GetElapsedTime(since) + delay > options.NamePatience
                    : !RedshiftErrors.MayPass(e) || Stopwatch.GetElapsedTime(named) + delay > options.Patience;
                if (isOver)
                {
                    throw RedshiftErrors.TranslateOpen(e, options);
                }

                options.Retrying?.Invoke(new RedshiftRetry($"{options.Host}:{options.Port}", attempt, delay, RedshiftErrors.ReasonOf(e, options)));
                await Task.Delay(delay, cancellationToken);
            }
        }
    }

    static NpgsqlDataSource SourceOf(RedshiftOptions options, RedshiftLogin login, bool isPlain)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(StringOf(options, login, isPlain));
        builder.EnableTransportSecurity();
        // Everything is read as text, and Redshift's pg_type is not PostgreSQL's.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        return builder.Build();
    }

    static string StringOf(RedshiftOptions options, RedshiftLogin login, bool isPlain) => new NpgsqlConnectionStringBuilder
    {
        Host = options.Host,
        Port = options.Port,
        Database = options.Database,
        Username = login.User,
        Password = login.Password.Reveal(),
        ApplicationName = "starlift",
        SslMode = isPlain ? SslMode.Disable : SslMode.VerifyFull,
        RootCertificate = options.RootCertificate,
        // Redshift knows no Kerberos.
        GssEncryptionMode = GssEncryptionMode.Disable,
        Pooling = false,
        Timeout = AttemptSeconds,
        // A COPY takes as long as it takes.
        CommandTimeout = 0,
        TcpKeepAlive = true,
        TcpKeepAliveTime = KeepAliveSeconds,
        // Redshift says what S3 refused in an error's detail.
        IncludeErrorDetail = true,
    }.ConnectionString;

    static TimeSpan DelayAfter(int attempt) =>
        TimeSpan.FromMilliseconds(Math.Min(LongestDelay.TotalMilliseconds, FirstDelay.TotalMilliseconds * Math.Pow(2, attempt - 1)));
}
