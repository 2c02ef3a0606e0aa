using System.Globalization;
using System.Text.Json.Nodes;
using Starlift.Lineage;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.OpenLineage;

/// <summary>Makes OpenLineage's run events (openlineage.io, version 2-0-2 of its schema). Pure; may be used by several threads at once.</summary>
sealed class LineageEvents(LineageContext context)
{
    readonly Facets _facets = new(context);

    /// <summary>The name of the job that is the whole run.</summary>
    public string RunJob => context.Project.Name;

    public string JobOf(Load load) => $"{context.Project.Name}.load.{load.Name}";

    public string JobOf(Model model) => $"{context.Project.Name}.model.{model.Name}";

    /// <param name="run">Which run.</param>
    /// <param name="state">START, COMPLETE, FAIL or ABORT.</param>
    /// <param name="time">When that was, UTC.</param>
    /// <param name="error">Why it failed; null where it did not.</param>
    /// <param name="inputs">The datasets that it reads.</param>
    /// <param name="outputs">The datasets that it writes.</param>
    public JsonObject Event(JobRun run, string state, DateTime time, string? error, JsonArray inputs, JsonArray outputs)
    {
        var made = new JsonObject
        {
            ["eventTime"] = time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["eventType"] = state,
            ["producer"] = _facets.Producer,
            ["schemaURL"] = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent",
            ["run"] = new JsonObject { ["runId"] = run.Id.ToString(), ["facets"] = RunFacets(run, error) },
            ["job"] = new JsonObject
            {
                ["namespace"] = context.JobNamespace,
                ["name"] = run.Job,
                ["facets"] = new JsonObject { ["jobType"] = _facets.JobType(run.Type) },
            },
            ["inputs"] = inputs,
            ["outputs"] = outputs,
        };
        Redact(made);
        return made;
    }

    public JsonArray InputsOf(LoadPlan plan)
    {
        var objects = plan.ToLoad;
        var dataset = Shown(Dataset.Of(plan.Load.Copy, context.Project.Folder));
        dataset["inputFacets"] = new JsonObject { ["inputStatistics"] = _facets.Read(objects.Count, objects.Sum(version => version.Size)) };
        return new JsonArray(dataset);
    }

    /// <param name="load">Which load.</param>
    /// <param name="rows">How many rows it has staged; null while it is not known.</param>
    public JsonArray OutputsOf(Load load, long? rows) => new(Written(load.Copy.Table, rows, lineage: null));

    public JsonArray InputsOf(ModelLineage lineage) => new([.. lineage.Reads.Select(table => (JsonNode)Known(table))]);

    /// <param name="lineage">Of the model.</param>
    /// <param name="rows">How many rows it has inserted and updated; null while it is not known.</param>
    public JsonArray OutputsOf(ModelLineage lineage, long? rows) => new(Written(lineage.Table, rows, lineage));

    JsonObject RunFacets(JobRun run, string? error)
    {
        var facets = new JsonObject { ["processing_engine"] = _facets.Engine() };
        if (run.Parent is { } parent)
        {
            facets["parent"] = _facets.Parent(parent, run.Root);
        }

        if (error is not null)
        {
            facets["errorMessage"] = _facets.Error(error);
        }

        return facets;
    }

    JsonObject Written(TableName table, long? rows, ModelLineage? lineage)
    {
        var dataset = Known(table);
        if (lineage is not null)
        {
            dataset["facets"]!["columnLineage"] = _facets.Columns(lineage);
        }

        if (rows is { } count)
        {
            dataset["outputFacets"] = new JsonObject { ["outputStatistics"] = _facets.Written(count) };
        }

        return dataset;
    }

    JsonObject Known(TableName name)
    {
        var dataset = Shown(context.Target.Of(name));
        var facets = new JsonObject();
        if (context.Project.Table(name) is { } table)
        {
            facets["schema"] = _facets.Schema(table);
            if (table.Comment is { } comment)
            {
                facets["documentation"] = _facets.Documentation(comment);
            }
        }

        dataset["facets"] = facets;
        return dataset;
    }

    static JsonObject Shown(Dataset dataset) => new() { ["namespace"] = dataset.Namespace, ["name"] = dataset.Name };

    // whatever a secret has got into: a path, a comment, a message
    void Redact(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members when !context.Project.Secrets.IsEmpty:
                members.ToList().ForEach(member => Redact(member.Value));
                break;
            case JsonArray items:
                items.ToList().ForEach(Redact);
                break;
            case JsonValue value when value.TryGetValue(out string? text) && context.Project.Secrets.Redact(text) is var shown && shown != text:
                value.ReplaceWith(shown);
                break;
        }
    }
}
