namespace Starlift.Cli.Policies;

/// <summary>Whose policy is printed.</summary>
enum PolicyPurpose
{
    /// <summary>Of whoever runs Starlift.</summary>
    Run,

    /// <summary>Of the role that Redshift's COPY takes.</summary>
    CopyRole,

    /// <summary>Of whoever calls up, status, extend, pause, resume, down and session.</summary>
    Up,
}
