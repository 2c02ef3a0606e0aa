using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Starlift.DuckDb;
using Starlift.Secrets;
using Starlift.Server;
using Starlift.Server.Sessions;
using Starlift.Server.Wire;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.ServedRedshift;

/// <summary>
/// What Redshift's adapter is tested against: Starlift's own server with TLS and a password over a DuckDB file. It keeps each statement that it was sent, refuses what a cluster would refuse for
/// reasons of AWS's, and can be told to break off.
/// </summary>
public sealed partial class ServedCluster : IAsyncDisposable
{
    readonly X509Certificate2 _certificate;
    RedshiftServer _server = null!;
    int _lastProcess = 1_000;

    ServedCluster(ServedOptions options, X509Certificate2 certificate, string root)
    {
        Options = options;
        _certificate = certificate;
        RootCertificate = root;
    }

    public ServedOptions Options { get; }

    public int Port => _server.Endpoint.Port;

    /// <summary>The file of the authority's certificate.</summary>
    public string RootCertificate { get; }

    /// <summary>Every statement that came, of all connections, as it came.</summary>
    public ConcurrentQueue<string> Statements { get; } = new();

    /// <summary>Schemas that were made and not dropped.</summary>
    public ConcurrentDictionary<string, bool> Schemas { get; } = new();

    /// <summary>Says of a statement that the connection is to end before it is executed.</summary>
    public Func<string, bool>? DropBefore { get; set; }

    /// <summary>Says of a statement that the connection is to end when it has been executed and before that is told.</summary>
    public Func<string, bool>? DropAfter { get; set; }

    /// <summary>Is called when a statement has been executed and before that is told.</summary>
    public Action<string>? BeforeAnswer { get; set; }

    /// <summary>How many connections are turned away before one is served.</summary>
    public int Refusals { get; set; }

    internal RedshiftServer Server => _server;

    public static async Task<ServedCluster> StartAsync(ServedOptions options)
    {
        var (certificate, root) = ServedCertificates.Make(options.CertificateName, options.CertificateLife);
        var file = $"{options.Path}.{Guid.NewGuid():N}.pem";
        await File.WriteAllTextAsync(file, root);
        var served = new ServedCluster(options, certificate, file);
        served._server = await RedshiftServer.StartAsync(
            new ServerOptions
            {
                OpenAsync = served.OpenAsync,
                Store = options.Store,
                Port = 0,
                Password = new Secret(options.Password),
                ByMd5 = true,
                Certificate = certificate,
                Hooks = new ServerHooks
                {
                    Connected = served.TurnAway,
                    Started = served.Check,
                    Statements = new StatementHooks
                    {
                        Before = (sql, _) =>
                        {
                            served.Statements.Enqueue(sql);
                            served.Check(sql);
                            return Task.CompletedTask;
                        },
                        After = async (sql, cancel) =>
                        {
                            served.Note(sql);
                            if (NewSchema().IsMatch(sql))
                            {
                                await served.EmptyAsync(cancel);
                            }
                        },
                    },
                },
            },
            CancellationToken.None);
        // A cluster that Starlift has not run on has none of its tables.
        await using var warehouse = await served.OpenAsync(CancellationToken.None);
        await warehouse.ExecuteAsync(SqlScript.Parse("", "drop schema starlift cascade")[0], CancellationToken.None);
        return served;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
    }

    /// <summary>A session's warehouse.</summary>
    internal async Task<IWarehouse> OpenAsync(CancellationToken cancellationToken) =>
        await DuckDbWarehouse.OpenAsync(new DuckDbOptions { Path = Options.Path, Threads = 1 }, _ => null, Options.Store, cancellationToken);

    internal int NextProcess() => Interlocked.Increment(ref _lastProcess);

    /// <summary>Refuses a statement as a cluster would that is set up as the options say.</summary>
    /// <exception cref="ServerError">It is refused.</exception>
    /// <exception cref="IOException">The connection is to end.</exception>
    internal void Check(string sql)
    {
        if (DropBefore?.Invoke(sql) == true)
        {
            DropBefore = null;
            throw new IOException("the connection is to end");
        }

        if (sql.StartsWith("select", StringComparison.Ordinal) && (Options.SysViews ? StlView() : SysView()).Match(sql) is { Success: true } view)
        {
            throw new ServerError("42P01", $"relation \"{view.Value}\" does not exist");
        }

        if (!Options.Etags && sql.Contains("file_etag", StringComparison.Ordinal))
        {
            throw new ServerError("42703", "column \"file_etag\" does not exist");
        }

        if (sql.StartsWith("copy", StringComparison.OrdinalIgnoreCase))
        {
            CheckCopy((CopyStatement)SqlScript.Parse("", sql)[0], sql);
        }
    }

    /// <summary>A statement was executed.</summary>
    /// <exception cref="IOException">The connection is to end.</exception>
    internal void Note(string sql)
    {
        if (SchemaStatement().Match(sql) is { Success: true } found)
        {
            _ = found.Groups["word"].Value == "create" ? Schemas.TryAdd(found.Groups["name"].Value, true) : Schemas.TryRemove(found.Groups["name"].Value, out _);
        }

        BeforeAnswer?.Invoke(sql);
        if (DropAfter?.Invoke(sql) == true)
        {
            DropAfter = null;
            throw new IOException("the connection is to end");
        }
    }

    /// <summary>The server's engine has its tables in one schema wherever search_path leads: one that is made begins without tables.</summary>
    async Task EmptyAsync(CancellationToken cancellationToken)
    {
        await using var warehouse = await OpenAsync(cancellationToken);
        var tables = await warehouse.QueryAsync(SqlScript.Parse("", "select table_name from svv_tables where table_schema = 'public' and table_type = 'BASE TABLE'")[0], cancellationToken);
        foreach (var row in tables.Rows)
        {
            await warehouse.ExecuteAsync(SqlScript.Parse("", $"drop table \"{row[0]}\" cascade")[0], cancellationToken);
        }
    }

    void TurnAway()
    {
        if (Refusals > 0)
        {
            Refusals--;
            throw new IOException("the connection is to end");
        }
    }

    void Check(Startup startup)
    {
        if (startup.User != Options.User)
        {
            throw new ServerError("28000", $"password authentication failed for user \"{startup.User}\"", isFatal: true);
        }

        if (startup.Database != Options.Database)
        {
            throw new ServerError("3D000", $"database \"{startup.Database}\" does not exist", isFatal: true);
        }
    }

    void CheckCopy(CopyStatement copy, string sql)
    {
        if (copy.Authorization == CopyAuthorization.None)
        {
            throw new ServerError("XX000", "No credentials were given for the COPY");
        }

        if (Role().Match(sql) is { Success: true } role && !Options.Roles.Contains(role.Groups[1].Value))
        {
            throw new ServerError("XX000", $"User arn:aws:redshift:us-west-2:123456789012:dbuser:c/ada is not authorized to assume IAM Role {role.Groups[1].Value}");
        }

        if (!copy.Manifest && !Options.Prefixes)
        {
            throw new ServerError("XX000", "this cluster loads by manifests only");
        }
    }

    [GeneratedRegex("sys_load_[a-z_]+")]
    private static partial Regex SysView();

    [GeneratedRegex("stl_load_[a-z_]+")]
    private static partial Regex StlView();

    [GeneratedRegex(@"^create schema (?!if\b|starlift\b)")]
    private static partial Regex NewSchema();

    [GeneratedRegex(@"^(?<word>create|drop) schema (if (not )?exists )?(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex SchemaStatement();

    [GeneratedRegex("iam_role '([^']*)'", RegexOptions.IgnoreCase)]
    private static partial Regex Role();
}
