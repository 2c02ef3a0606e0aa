using Starlift.Projects;

namespace Starlift.Postgres;

/// <summary>The settings of a target of type postgres.</summary>
public static class PostgresTargetType
{
    public static TargetType Definition { get; } = new(
        "postgres",
        "A PostgreSQL server, version 15 or later.",
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
            new("sslrootcert", "A file of the certificates that may sign the server's, relative to the project folder; for `verify-ca` and `verify-full`.")
            {
                Default = "those that the machine trusts",
            },
            new("threads", "How many threads parse records.") { Kind = SettingKind.WholeNumber, Default = "one a core" },
            new("staging", "Whether staging tables are temporary, which is faster, or kept in the database so that they can be queried after the run.")
            {
                Kind = SettingKind.Choice,
                Choices = ["temporary", "keep"],
                Default = "temporary",
            },
        ]);
}
