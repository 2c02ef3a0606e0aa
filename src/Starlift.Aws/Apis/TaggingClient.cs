using System.Text.Json.Nodes;

namespace Starlift.Aws.Apis;

/// <summary>What Starlift needs of the Resource Groups Tagging API, as AmazonResourceGroupsTaggingAPIClient has it. Thread-safe.</summary>
sealed class TaggingClient(AwsApi api) : IDisposable
{
    /// <summary>The ARNs of the resources of the region that bear a tag. What was deleted may be among them for a few minutes.</summary>
    public async Task<IReadOnlyList<string>> GetResourcesAsync(string key, string value, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        string? next = null;
        do
        {
            var body = new JsonObject
            {
                ["TagFilters"] = new JsonArray(new JsonObject { ["Key"] = key, ["Values"] = new JsonArray((JsonNode)value) }),
            };
            if (next is not null)
            {
                body["PaginationToken"] = next;
            }

            var answer = await api.JsonAsync("ResourceGroupsTaggingAPI_20170126.GetResources", body, cancellationToken);
            found.AddRange((answer["ResourceTagMappingList"] as JsonArray ?? []).Select(mapping => (string)mapping!["ResourceARN"]!));
            next = (string?)answer["PaginationToken"] is { Length: > 0 } token ? token : null;
        }
        while (next is not null);
        return found;
    }

    public void Dispose() => api.Dispose();
}
