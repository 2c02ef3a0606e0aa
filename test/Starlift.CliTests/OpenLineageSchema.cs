using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Starlift.CliTests;

/// <summary>OpenLineage's own JSON schemas, of its events and of the facets that Starlift sends.</summary>
static class OpenLineageSchema
{
    static readonly string Folder = Path.Combine(SourceTree.Root, "test/Starlift.CliTests/OpenLineage");
    static readonly Lazy<JsonSchema> Event = new(() => Read("OpenLineage.json"));
    static readonly Dictionary<string, JsonSchema> Facets = [];

    /// <summary>What is wrong with an event or with one of its facets; empty where nothing is.</summary>
    public static IReadOnlyList<string> Faults(JsonNode made)
    {
        var faults = new List<string>(FaultsOf(Event.Value, made, "event"));
        foreach (var (name, facet) in FacetsOf(made))
        {
            var schema = facet["_schemaURL"]!.GetValue<string>();
            var file = Path.GetFileNameWithoutExtension(schema.Split('#')[0]);

            // the URL names the version that the file is
            Assert.Equal(JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"facets/{file}.json")))!["$id"]!.GetValue<string>(), schema.Split('#')[0]);
            faults.AddRange(FaultsOf(SchemaOf(file), new JsonObject { [name] = facet.DeepClone() }, name));
        }

        return faults;
    }

    static IEnumerable<(string Name, JsonNode Facet)> FacetsOf(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key is "facets" or "inputFacets" or "outputFacets"
            ? member.Value!.AsObject().Select(facet => (facet.Key, facet.Value!))
            : member.Value is null ? [] : FacetsOf(member.Value)),
        JsonArray items => items.SelectMany(item => FacetsOf(item!)),
        _ => [],
    };

    static IEnumerable<string> FaultsOf(JsonSchema schema, JsonNode made, string what)
    {
        using var document = JsonDocument.Parse(made.ToJsonString());
        var result = schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid ? [] : [$"{what}: {string.Join("; ", (result.Details ?? []).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Value}")))}"];
    }

    static JsonSchema SchemaOf(string facet)
    {
        lock (Facets)
        {
            // it refers to that of events, which has to be known then
            _ = Event.Value;
            return Facets.TryGetValue(facet, out var known) ? known : Facets[facet] = Read($"facets/{facet}.json");
        }
    }

    static JsonSchema Read(string file) => JsonSchema.FromText(File.ReadAllText(Path.Combine(Folder, file)));
}
