using Starlift.Projects;

namespace Starlift.DuckDb;

/// <summary>The settings of a target of type duckdb.</summary>
public static class DuckDbTargetType
{
    public static TargetType Definition { get; } = new(
        "duckdb",
        "The embedded warehouse: one file on this machine, no server, no account.",
        [
            new("path", "The database file, relative to the project folder; `:memory:` keeps it in memory and forgets it at the end.") { Required = true },
            new("memory", "The most memory the engine may take, such as 2GB; it writes to disk beyond that.")
            {
                Kind = SettingKind.Size,
                Default = "the engine's: 80% of the machine's",
            },
            new("threads", "How many threads the engine may use.") { Kind = SettingKind.WholeNumber, Default = "one a core" },
            new("staging", "Whether staging tables are temporary, which is faster, or kept in the file so that they can be queried after the run.")
            {
                Kind = SettingKind.Choice,
                Choices = ["temporary", "keep"],
                Default = "temporary",
            },
        ]);
}
