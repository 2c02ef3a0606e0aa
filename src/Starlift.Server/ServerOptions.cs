using System.Net;
using System.Security.Cryptography.X509Certificates;
using Starlift.Objects;
using Starlift.Secrets;
using Starlift.Warehouses;

namespace Starlift.Server;

/// <summary>Where a server listens, and what it serves.</summary>
public sealed record ServerOptions
{
    /// <summary>Redshift's port.</summary>
    public const int RedshiftPort = 5439;

    /// <summary>A session's warehouse; each session has its own.</summary>
    public required Func<CancellationToken, Task<IWarehouse>> OpenAsync { get; init; }

    /// <summary>Where COPY finds objects.</summary>
    public required IObjectStore Store { get; init; }

    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0 for any that is free.</summary>
    public int Port { get; init; } = RedshiftPort;

    /// <summary>Of every user; null lets everybody in, which a server does on a loopback address only.</summary>
    public Secret? Password { get; init; }

    /// <summary>The password is asked for by MD5, for clients that know no SCRAM-SHA-256.</summary>
    public bool ByMd5 { get; init; }

    /// <summary>For TLS, with its key; null for none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>At the same time. Who comes when there are so many is told so.</summary>
    public int MaxConnections { get; init; } = 500;

    /// <summary>How long a client may take to say who it is.</summary>
    public TimeSpan LoginTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the rest of a message may take when its first byte is there.</summary>
    public TimeSpan MessageTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Of tests; null for none.</summary>
    internal ServerHooks? Hooks { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
