using System.Text.Json.Nodes;
using Starlift.Lineage;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Sql.Analysis;

namespace Starlift.OpenLineage;

/// <summary>The facets of events: each says who made it and which version of its schema it follows.</summary>
sealed class Facets(LineageContext context)
{
    /// <summary>Who makes the events.</summary>
    public string Producer { get; } = $"urn:starlift:{context.Version}";

    public JsonObject Engine() => Facet("ProcessingEngineRunFacet", "1-1-1", new JsonObject
    {
        ["version"] = context.Version,
        ["name"] = "starlift",
        ["openlineageAdapterVersion"] = context.Version,
    });

    public JsonObject Parent(ParentRun parent, ParentRun? root)
    {
        var facet = Facet("ParentRunFacet", "1-2-0", References(parent));
        if (root is not null)
        {
            facet["root"] = References(root);
        }

        return facet;
    }

    public JsonObject Error(string message) => Facet("ErrorMessageRunFacet", "1-0-1", new JsonObject
    {
        ["message"] = message,
        ["programmingLanguage"] = "SQL",
    });

    public JsonObject JobType(string type) => Facet("JobTypeJobFacet", "2-0-4", new JsonObject
    {
        ["processingType"] = "BATCH",
        ["integration"] = "STARLIFT",
        ["jobType"] = type,
    });

    public JsonObject Schema(Table table) => Facet("SchemaDatasetFacet", "1-2-0", new JsonObject
    {
        ["fields"] = new JsonArray([.. table.Definition.Columns.Select((column, index) => (JsonNode)Field(table, column, index + 1))]),
    });

    public JsonObject Documentation(string comment) => Facet("DocumentationDatasetFacet", "1-1-0", new JsonObject { ["description"] = comment });

    public JsonObject Read(long objects, long bytes) =>
        Facet("InputStatisticsInputDatasetFacet", "1-0-0", new JsonObject { ["fileCount"] = objects, ["size"] = bytes });

    public JsonObject Written(long rows) => Facet("OutputStatisticsOutputDatasetFacet", "1-0-2", new JsonObject { ["rowCount"] = rows });

    public JsonObject Columns(ModelLineage lineage) => Facet("ColumnLineageDatasetFacet", "1-2-0", new JsonObject
    {
        ["fields"] = new JsonObject(lineage.Columns.DistinctBy(column => column.Name)
            .Select(column => KeyValuePair.Create<string, JsonNode?>(column.Name, new JsonObject { ["inputFields"] = Inputs(column.From) }))),
        ["dataset"] = Inputs(lineage.Rows),
    });

    static JsonObject Field(Table table, ColumnDefinition column, int position)
    {
        var field = new JsonObject { ["name"] = column.Name, ["type"] = column.Type.ToString(), ["ordinal_position"] = position };
        if (table.ColumnComments.TryGetValue(column.Name, out var comment))
        {
            field["description"] = comment;
        }

        return field;
    }

    static JsonObject References(ParentRun run) => new()
    {
        ["run"] = new JsonObject { ["runId"] = run.RunId.ToString() },
        ["job"] = new JsonObject { ["namespace"] = run.JobNamespace, ["name"] = run.JobName },
    };

    JsonArray Inputs(IEnumerable<LineageColumn> columns) => new([.. columns.GroupBy(column => (column.Table, column.Column)).Select(column =>
    {
        var dataset = context.Target.Of(column.Key.Table);
        return (JsonNode)new JsonObject
        {
            ["namespace"] = dataset.Namespace,
            ["name"] = dataset.Name,
            ["field"] = column.Key.Column,
            ["transformations"] = new JsonArray([.. column.Select(use => (JsonNode)new JsonObject
            {
                ["type"] = use.IsDirect ? "DIRECT" : "INDIRECT",
                ["subtype"] = SubtypeOf(use.Use),
            })]),
        };
    })]);

    static string SubtypeOf(ColumnUse use) => LineageWords.Of(use).ToUpperInvariant();

    JsonObject Facet(string name, string version, JsonObject facet)
    {
        facet["_producer"] = Producer;
        facet["_schemaURL"] = $"https://openlineage.io/spec/facets/{version}/{name}.json#/$defs/{name}";
        return facet;
    }
}
