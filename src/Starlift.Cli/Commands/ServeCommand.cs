using System.CommandLine;
using System.Globalization;
using System.Net;
using Starlift.Cli.Serving;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Secrets;
using Starlift.Server;
using Starlift.Warehouses;

namespace Starlift.Cli.Commands;

/// <summary>starlift serve.</summary>
sealed class ServeCommand : StarliftCommand
{
    const string PasswordVariable = "STARLIFT_SERVE_PASSWORD";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly DuckDbSymbol _duckDb = new();
    readonly S3Symbols _s3 = new();

    readonly Option<int> _port = new("--port")
    {
        Description = "The port to listen on; 0 for any that is free",
        HelpName = "PORT",
        DefaultValueFactory = _ => ServerOptions.RedshiftPort,
    };

    readonly Option<string?> _address = new("--address")
    {
        Description = "The address to listen on, for which a password is needed [default: 127.0.0.1]",
        HelpName = "IP",
    };

    readonly Option<bool> _tls = new("--tls") { Description = "Offers TLS, with a certificate that is made now; its path is printed" };

    readonly Option<bool> _md5 = new("--md5") { Description = "Asks for the password by MD5, for clients that know no SCRAM-SHA-256" };

    public ServeCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("serve", "Serves the target to programs that talk to Redshift, until it is interrupted")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Options.Add(_duckDb.Option);
        Options.Add(_port);
        Options.Add(_address);
        Options.Add(_tls);
        Options.Add(_md5);
        _s3.All.ToList().ForEach(Options.Add);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } = [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked];

    /// <summary>What is served is held by this process, or by another server already.</summary>
    public override bool WorksThroughServers => false;

    public override IReadOnlyList<string> Examples { get; } =
    [
        "starlift serve -p pipelines/sparkify",
        "starlift serve --duckdb out/dev.duckdb --s3-root ./buckets --port 5440",
    ];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var settings = _symbols.Read(parsed);
        var named = _duckDb.Resolve(parsed, settings, _surroundings, mustExist: false);
        // Sessions share a file: a database in memory would be each session's own.
        using var passing = named == ":memory:" ? new PassingFolder() : null;
        var duckDb = passing is null ? named : Path.Combine(passing.Path, "dev.duckdb");
        var s3 = _s3.Resolve(parsed, _surroundings);
        var options = settings.Resolve(_surroundings);
        var address = AddressOf(parsed.GetValue(_address));
        // It holds the target for all sessions.
        await using var first = await TargetSession.OpenAsync(duckDb, WarehouseAccess.Write, options, _surroundings, s3, cancel);
        PrivateFiles.Keep();
        using var certificate = parsed.GetValue(_tls) ? ServerCertificate.Make(address, TimeProvider.System) : null;
        await using var server = await RedshiftServer.StartAsync(
            new ServerOptions
            {
                OpenAsync = async opening => (await TargetSession.OpenAsync(duckDb, WarehouseAccess.Write, options, _surroundings, s3, opening)).Warehouse,
                Store = first.Store,
                Address = address,
                Port = PortOf(parsed.GetValue(_port)),
                Password = _surroundings.Environment(PasswordVariable) is { Length: > 0 } password ? new Secret(password) : null,
                ByMd5 = parsed.GetValue(_md5),
                Certificate = certificate?.Certificate,
            },
            cancel);
        // Commands that meet the file are executed here, as those of another process; what they would have to hand on further is refused.
        await using var commands = first.File is { } file
            ? CommandListener.Start(file, (surroundings, arguments, stop) => new App(surroundings) { WorksThroughServers = false }.RunAsync(arguments, stop))
            : null;
        Tell(server.Endpoint, certificate?.Path);
        try
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }
        catch (OperationCanceledException)
        {
            // Statements that are executed are waited for.
            await Task.WhenAll(server.StopAsync(Patience), commands?.StopAsync(Patience) ?? Task.CompletedTask);
        }

        return ExitCode.Done;
    }

    void Tell(IPEndPoint endpoint, string? certificate)
    {
        var port = endpoint.Port.ToString(CultureInfo.InvariantCulture);
        var output = _surroundings.Terminal.Error;
        output.WriteLine($"serving on {endpoint}: psql \"host={endpoint.Address} port={port} dbname=dev user=awsuser\"");
        if (certificate is not null)
        {
            output.WriteLine($"the certificate is {certificate}");
        }

        output.Flush();
    }

    static int PortOf(int typed) => typed is >= 0 and <= ushort.MaxValue
        ? typed
        : throw new ConfigurationException($"{typed.ToString(CultureInfo.InvariantCulture)} is no port", hint: "ports are 1 to 65535; 0 is any that is free");

    static IPAddress AddressOf(string? typed) => typed is null ? IPAddress.Loopback
        : IPAddress.TryParse(typed, out var address) ? address
        : throw new ConfigurationException($"'{typed}' is no IP address", hint: "write one as 127.0.0.1, or 0.0.0.0 for all of this machine's");
}
