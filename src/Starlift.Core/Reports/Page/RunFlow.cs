using System.Globalization;
using Starlift.Warehouses;

namespace Starlift.Reports.Page;

/// <summary>
/// The rows of a run on their way: objects → staging tables or rejects → star tables. How many rows of a star table come from which of
/// several staging tables SQL does not say: the picture shares them in proportion to what these hold.
/// </summary>
/// <param name="Links">source, target, rows.</param>
/// <param name="Captions">What is said of each name.</param>
sealed record RunFlow(QueryResult Links, IReadOnlyDictionary<string, string> Captions)
{
    /// <summary>Not a name that a file of reports/ can have.</summary>
    public const string Name = "run.flow";

    public const string Rejected = "rejected";

    /// <summary>Null where no run has loaded anything.</summary>
    public static RunFlow? Of(Report report)
    {
        var links = new List<object?[]>();
        var captions = new Dictionary<string, string>();
        foreach (var load in report.Runs.Loads)
        {
            var table = report.Project.Loads.FirstOrDefault(known => known.Name == load.Name)?.Copy.Table.ToString() ?? load.Name;
            var objects = $"objects of {load.Name}";
            captions[objects] = $"{PageText.Count(load.Objects, "object", "objects")}, {PageText.Bytes(load.Bytes)}";
            captions[table] = $"{PageText.Count(load.Staged, "row", "rows")} staged of {PageText.Count(load.Records, "record", "records")}";
            links.Add([objects, table, load.Staged]);
            links.Add([objects, Rejected, load.Rejects]);
        }

        var rejects = report.Runs.Loads.Sum(load => load.Rejects);
        captions[Rejected] = PageText.Count(rejects, "record", "records");
        foreach (var model in report.Runs.Models)
        {
            AddModel(model, report, links, captions);
        }

        var flowing = links.Where(link => Convert.ToDouble(link[2], CultureInfo.InvariantCulture) > 0).ToList();
        return flowing.Count == 0 ? null : new RunFlow(new QueryResult(["source", "target", "rows"], flowing), captions);
    }

    static void AddModel(ModelFlow flow, Report report, List<object?[]> links, Dictionary<string, string> captions)
    {
        if (report.Project.Models.FirstOrDefault(known => known.Name == flow.Name) is not { } model)
        {
            return;
        }

        captions[model.Table.ToString()] = $"{PageText.Count(flow.Inserted)} inserted, {PageText.Count(flow.Updated)} updated";
        var sources = report.Project.Loads.Where(load => model.Reads.Contains(load.Copy.Table))
            .Select(load => (load.Copy.Table, Staged: report.Runs.Loads.Where(loaded => loaded.Name == load.Name).Sum(loaded => loaded.Staged)))
            .ToList();
        var all = Math.Max(1, sources.Sum(source => source.Staged));
        links.AddRange(sources.Select(source => (object?[])[source.Table.ToString(), model.Table.ToString(), (double)flow.Yielded * source.Staged / all]));
    }
}
