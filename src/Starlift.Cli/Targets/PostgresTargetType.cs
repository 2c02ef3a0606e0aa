using Starlift.Projects;

namespace Starlift.Cli.Targets;

/// <summary>The settings of a target of type postgres. A project may declare one; this build has no warehouse for it.</summary>
static class PostgresTargetType
{
    public static TargetType Definition { get; } = new(
        "postgres",
        "A PostgreSQL server.",
        [
            new("host", "The server's name or address.") { Required = true },
            new("port", "The server's port.") { Kind = SettingKind.WholeNumber, Default = "5432" },
            new("database", "The database.") { Required = true },
            new("user", "The user to log in as.") { Required = true },
            new("password", "The user's password; take it from the environment: `${env:PGPASSWORD}`.") { Secret = true },
            new("sslmode", "How the connection is encrypted and the server's certificate checked.")
            {
                Kind = SettingKind.Choice,
                Choices = ["disable", "prefer", "require", "verify-ca", "verify-full"],
                Default = "prefer",
            },
        ])
    {
        Available = false,
    };
}
