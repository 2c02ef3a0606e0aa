using Starlift.Warehouses;

namespace Starlift.Reports.Page;

/// <summary>What the last published run did, as a picture and in numbers, and the runs before it.</summary>
static class RunPart
{
    public static void Add(Html html, Report report, RunFlow? flow)
    {
        html.AddTrusted("<section id=\"run\" aria-labelledby=\"run-title\"><h2 id=\"run-title\">Last run</h2>\n");
        if (flow is not null)
        {
            AddFlow(html, report, flow);
        }
        else
        {
            html.AddTrusted("<p class=\"empty\">The target remembers no run that loaded anything.</p>");
        }

        if (report.Runs.Latest.Rows.Count > 0)
        {
            html.AddTrusted("<article class=\"card\"><h3>Recent runs</h3>");
            DataTable.Add(html, "Recent runs, the newest first", Latest(report.Runs.Latest));
            html.AddTrusted("</article>");
        }

        html.AddTrusted("</section>\n");
    }

    static void AddFlow(Html html, Report report, RunFlow flow)
    {
        var runs = report.Runs;
        var objects = PageText.Count(runs.Loads.Sum(load => load.Objects), "object", "objects");
        var records = PageText.Count(runs.Loads.Sum(load => load.Records), "record", "records");
        var rejects = PageText.Count(runs.Loads.Sum(load => load.Rejects));
        var words = $"Run {runs.Published}: {objects} with {records}, of which {rejects} were rejected; "
            + string.Join("; ", runs.Models.Select(model => $"{model.Name} {PageText.Count(model.Inserted)} inserted, {PageText.Count(model.Updated)} updated"));
        html.Add($"<article class=\"card wide\"><h3>From objects to the star</h3><p class=\"question\">What became of the {records} in the {objects} of run {runs.Published ?? 0}?</p>")
            .Add($"<div class=\"plot\" id=\"plot-{RunFlow.Name}\" role=\"img\" aria-label=\"{words}\"></div>")
            .AddTrusted("<p class=\"note\">Where a star table reads several staging tables, its rows are drawn in proportion to what these hold.</p>")
            .AddTrusted("<div class=\"details\"><details><summary>Data as table<span class=\"unseen\">: steps of the run</span></summary>");
        DataTable.Add(html, "Steps of the run", Steps(runs));
        html.AddTrusted("</details></div>");
        foreach (var told in runs.Told)
        {
            html.Add($"<p class=\"note\">Load {told.Load}: {told.Told}</p>");
        }

        html.AddTrusted("</article>\n");
    }

    static QueryResult Latest(QueryResult runs) => runs with
    {
        Rows = [.. runs.Rows.Select(run => (object?[])[.. run.Select(value => value is DateTime time ? PageText.Moment(time) : value)])],
    };

    static QueryResult Steps(RunFacts runs) => new(
        ["step", "objects", "rows_read", "rows_inserted", "rows_updated", "rejects", "duration"],
        [
            .. runs.Loads.Select(load => (object?[])[$"load {load.Name}", load.Objects, load.Records, load.Staged, null, load.Rejects, PageText.Duration(load.Duration)]),
            .. runs.Models.Select(model => (object?[])[$"model {model.Name}", null, model.Yielded, model.Inserted, model.Updated, null, PageText.Duration(model.Duration)]),
        ]);
}
