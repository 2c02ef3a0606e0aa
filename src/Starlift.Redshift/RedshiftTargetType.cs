using Starlift.Projects;

namespace Starlift.Redshift;

/// <summary>The settings of a target of type redshift.</summary>
public static class RedshiftTargetType
{
    /// <summary>The value of 'via' for a target whose port is not used.</summary>
    public const string DataApi = "data-api";

    public static TargetType Definition { get; } = new(
        "redshift",
        "An Amazon Redshift warehouse: one that Starlift created (`stack`), or one that exists (`host`).",
        [
            new("stack", "The name of the stack that Starlift created; it knows address, credentials, role and a place for manifests."),
            new("host", "The endpoint of the cluster or workgroup."),
            new("via", "How statements reach the warehouse: over its port, or over AWS's Data API, which needs HTTPS only and takes no run.")
            {
                Kind = SettingKind.Choice,
                Choices = ["port", DataApi],
                Default = "port",
            },
            new("port", "The endpoint's port.") { Kind = SettingKind.WholeNumber, Default = "5439" },
            new("database", "The database.") { Default = "dev" },
            new("user", "The user to log in as; temporary credentials need none."),
            new("password", "The user's password; take it from the environment: `${env:REDSHIFT_PASSWORD}`.") { Secret = true },
            new("cluster", "The identifier of a provisioned cluster: IAM gives temporary credentials for it."),
            new("workgroup", "The name of a serverless workgroup: IAM gives temporary credentials for it."),
            new("secret", "The ARN or name of a secret of Secrets Manager that holds username and password."),
            new("iam_role", "The ARN of the role that COPY reads the buckets with, for loads that say `iam_role default` or name none.")
            {
                Default = "the cluster's default role",
            },
            new("manifests", "Where the manifests of loads are written for the time of their COPY, such as s3://bucket/manifests. Loads need it."),
            new("root_certificate", "A file of the certificates that may vouch for the server's, relative to the project folder.")
            {
                Default = "those that the machine trusts",
            },
        ])
    {
        OneOf = ["stack", "host"],
    };
}
