using System.Text.Json.Nodes;

namespace Starlift.CloudTests;

/// <summary>A request to AWS as it came.</summary>
/// <param name="Service">That the signature is for: cloudformation, s3 …</param>
/// <param name="Region">That the signature is for.</param>
/// <param name="Action">DescribeStacks …; of S3 the method and path.</param>
/// <param name="Method">GET …</param>
/// <param name="Url">Path and query.</param>
/// <param name="Form">Of the Query protocol; else empty.</param>
/// <param name="Json">Of a JSON protocol; else null.</param>
/// <param name="Target">X-Amz-Target; null for other protocols.</param>
/// <param name="ContentType">Of the body.</param>
sealed record CapturedCall(
    string Service, string Region, string Action, string Method, Uri Url, IReadOnlyDictionary<string, string> Form, JsonObject? Json, string? Target, string? ContentType)
{
    public override string ToString() => $"{Service}:{Action}";

    /// <summary>For check-calls.py.</summary>
    public JsonObject ToJson(string stackRegion) => new()
    {
        ["service"] = Service,
        ["region"] = Region,
        ["stackRegion"] = stackRegion,
        ["action"] = Action,
        ["form"] = new JsonObject(Form.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["json"] = Json?.DeepClone(),
        ["target"] = Target,
        ["contentType"] = ContentType,
    };
}
