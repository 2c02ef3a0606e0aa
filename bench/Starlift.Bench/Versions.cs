using System.Runtime.InteropServices;

namespace Starlift.Bench;

/// <summary>What was measured, for the results.</summary>
static class Versions
{
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(BenchFolders folders, PostgresServer? postgres, CancellationToken cancel)
    {
        var script = Path.Combine(folders.Work, "version.sql");
        await File.WriteAllTextAsync(script, "select version()", cancel);
        var commit = await Command.TryRunAsync("git", ["-C", folders.Root, "rev-parse", "--short=12", "HEAD"], cancel) ?? "unknown";
        var changed = await Command.TryRunAsync("git", ["-C", folders.Root, "status", "--porcelain", "--", "src", "pipelines", "bench/scripts"], cancel);
        var versions = new Dictionary<string, string>
        {
            ["commit"] = string.IsNullOrEmpty(changed) ? commit : $"{commit} and changes",
            ["starlift"] = await Command.RunAsync(folders.Starlift, ["--version"], cancel),
            ["duckdb"] = await Command.RunAsync(folders.DuckDbHost, [":memory:", script], cancel),
            [".net"] = RuntimeInformation.FrameworkDescription,
        };
        if (postgres is not null)
        {
            versions.Add("postgresql", await postgres.VersionAsync(cancel));
        }

        if (Command.Find("node") is { } node)
        {
            versions.Add("node.js", await Command.RunAsync(node, ["--version"], cancel));
        }

        return versions;
    }
}
