using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace Starlift.Aws.Apis;

/// <summary>The answer to a <see cref="JsonRequest"/>.</summary>
sealed class JsonResponse : AmazonWebServiceResponse
{
    public JsonNode Root { get; init; } = new JsonObject();

    /// <summary>When the service answered, as it wrote it; null where it did not say.</summary>
    public string? Date { get; init; }
}
