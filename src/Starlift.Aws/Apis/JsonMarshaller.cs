using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Starlift.Aws.Apis;

/// <summary>Writes a <see cref="JsonRequest"/>.</summary>
sealed class JsonMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public static JsonMarshaller Instance { get; } = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var json = (JsonRequest)input;
        var request = new DefaultRequest(json, nameof(Starlift)) { HttpMethod = "POST", ResourcePath = "/" };
        request.Headers["X-Amz-Target"] = json.Target;
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Content = Encoding.UTF8.GetBytes(json.Body);
        return request;
    }
}
