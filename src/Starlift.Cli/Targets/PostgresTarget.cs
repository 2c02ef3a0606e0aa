using System.Globalization;
using Starlift.Postgres;
using Starlift.Projects;
using Starlift.Secrets;

namespace Starlift.Cli.Targets;

/// <summary>A target of type postgres as its adapter takes it.</summary>
static class PostgresTarget
{
    public static PostgresOptions OptionsOf(Project project, TargetSettings target, bool keepStaging)
    {
        var values = target.Values;
        var options = new PostgresOptions
        {
            Host = values["host"],
            Database = values["database"],
            User = values["user"],
            Password = values.TryGetValue("password", out var password) ? new Secret(password) : null,
            SslMode = values.GetValueOrDefault("sslmode", "prefer"),
            RootCertificate = values.TryGetValue("sslrootcert", out var file) ? Path.GetFullPath(Path.Combine(project.Folder, file)) : null,
            KeepStaging = keepStaging || values.GetValueOrDefault("staging") == "keep",
        };
        return options with
        {
            Port = values.TryGetValue("port", out var port) ? int.Parse(port, CultureInfo.InvariantCulture) : options.Port,
            Threads = values.TryGetValue("threads", out var threads) ? int.Parse(threads, CultureInfo.InvariantCulture) : options.Threads,
        };
    }
}
