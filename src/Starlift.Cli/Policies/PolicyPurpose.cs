namespace Starlift.Cli.Policies;

/// <summary>Whose policy is printed.</summary>
enum PolicyPurpose
{
    /// <summary>Of whoever runs Starlift.</summary>
    Run,

    /// <summary>Of the role that Redshift's COPY takes.</summary>
    CopyRole,

    /// <summary>Of that role where a probe uses it: it reads by prefixes below the place for manifests.</summary>
    ProbeRole,

    /// <summary>Of whoever calls up, status, extend, pause, resume, down and session.</summary>
    Up,
}
