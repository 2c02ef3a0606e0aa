using System.Net;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Starlift.Aws.Apis;

/// <summary>Reads the answer of an action: one JSON object.</summary>
sealed class JsonUnmarshaller : JsonResponseUnmarshaller
{
    public static JsonUnmarshaller Instance { get; } = new();

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        using var body = new MemoryStream();
        input.Stream.CopyTo(body);
        var root = body.Length == 0 ? new JsonObject() : JsonNode.Parse(body.ToArray())!;
        return new JsonResponse { Root = root, Date = input.ResponseData.GetHeaderValue("Date") };
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        return new AmazonServiceException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }
}
