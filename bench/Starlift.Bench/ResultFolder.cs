using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Starlift.Bench;

/// <summary>The results of one machine on one day: a file a workload, so that one that is measured anew replaces only itself.</summary>
sealed class ResultFolder
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    readonly BenchFolders _folders;
    readonly string _folder;

    public ResultFolder(BenchFolders folders, Machine machine, DateTimeOffset at)
    {
        _folders = folders;
        _folder = Path.Combine(folders.Results, string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd}-{machine.Slug}"));
        Directory.CreateDirectory(_folder);
    }

    public void Write(WorkloadResult result)
    {
        var name = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{result.Events}-{result.Workload}"));
        File.WriteAllText(name + ".json", JsonSerializer.Serialize(result, Json) + "\n");
        File.WriteAllText(name + ".csv", Csv(result));
    }

    /// <summary>Writes the tables beside the results, and docs/benchmarks.md.</summary>
    /// <returns>The tables.</returns>
    public string WriteTables()
    {
        var results = Directory.EnumerateFiles(_folder, "*.json")
            .Select(file => JsonSerializer.Deserialize<WorkloadResult>(File.ReadAllText(file), Json)!)
            .OrderBy(result => result.Events)
            .ThenBy(result => Array.IndexOf(["job", "load", "day", "start", "unnest", "serve-fetch", "serve-connect", "s3-load", "s3-job", "s3-list"], result.Workload))
            .ToList();
        var tables = string.Join("\n", results.Select(ResultTable.Of));
        File.WriteAllText(Path.Combine(_folder, "README.md"), $"# {Path.GetFileName(_folder)}\n\n{ResultTable.Surroundings(results)}\n{tables}");
        var page = File.ReadAllText(Path.Combine(_folders.Root, "bench", "benchmarks.md.template"))
            .Replace("${folder}", Path.GetRelativePath(_folders.Root, _folder), StringComparison.Ordinal)
            .Replace("${surroundings}", ResultTable.Surroundings(results).TrimEnd(), StringComparison.Ordinal)
            .Replace("${tables}", tables.TrimEnd(), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folders.Root, "docs", "benchmarks.md"), page);
        return tables;
    }

    static string Csv(WorkloadResult result)
    {
        var text = new StringBuilder("workload,events,round,contender,wall_s,user_s,system_s,peak_mb\n");
        foreach (var (round, contender, usage) in result.Iterations)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{result.Workload},{result.Events},{round},{contender},{usage.Wall:F3},{usage.User:F3},{usage.System:F3},{usage.PeakMegabytes:F0}\n");
        }

        return text.ToString();
    }
}
