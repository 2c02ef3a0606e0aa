using Starlift.Objects;

namespace Starlift.ServedRedshift;

/// <summary>How a served cluster behaves.</summary>
public sealed record ServedOptions
{
    /// <summary>The DuckDB file that holds the tables.</summary>
    public required string Path { get; init; }

    /// <summary>Where its COPY reads objects and manifests.</summary>
    public required IObjectStore Store { get; init; }

    public string Database { get; init; } = "dev";

    public string User { get; init; } = "ada";

    public string Password { get; init; } = "pass'word\\1";

    /// <summary>Roles that COPY may take; the first is the default one.</summary>
    public IReadOnlyList<string> Roles { get; init; } = ["arn:aws:iam::123456789012:role/copy"];

    /// <summary>False for a cluster that has STL views only.</summary>
    public bool SysViews { get; init; } = true;

    /// <summary>SYS_LOAD_DETAIL has the column file_etag.</summary>
    public bool Etags { get; init; } = true;

    /// <summary>COPY takes prefixes too: a run of Starlift's states a manifest always.</summary>
    public bool Prefixes { get; init; }

    /// <summary>The name in the certificate.</summary>
    public string CertificateName { get; init; } = "localhost";

    /// <summary>When the certificate ends, counted from now.</summary>
    public TimeSpan CertificateLife { get; init; } = TimeSpan.FromDays(2);
}
