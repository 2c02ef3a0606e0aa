using Starlift.Projects;

namespace Starlift.Cli.Targets;

/// <summary>The settings of a target of type redshift. A project may declare one; this build has no warehouse for it.</summary>
static class RedshiftTargetType
{
    public static TargetType Definition { get; } = new(
        "redshift",
        "An Amazon Redshift warehouse: one that Starlift created (`stack`), or one that exists (`host`).",
        [
            new("stack", "The name of the stack that Starlift created; it knows address and credentials."),
            new("host", "The endpoint of the cluster or workgroup."),
            new("port", "The endpoint's port.") { Kind = SettingKind.WholeNumber, Default = "5439" },
            new("database", "The database.") { Default = "dev" },
            new("user", "The user to log in as."),
            new("password", "The user's password; take it from the environment: `${env:REDSHIFT_PASSWORD}`.") { Secret = true },
            new("iam_role", "The ARN of the role that COPY reads the buckets with.") { Default = "the cluster's default role" },
        ])
    {
        OneOf = ["stack", "host"],
        Available = false,
    };
}
