using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Starlift.Aws.Apis;

/// <summary>Reads the answer of an action.</summary>
sealed class QueryUnmarshaller : XmlResponseUnmarshaller
{
    public static QueryUnmarshaller Instance { get; } = new();

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var root = Plain(XDocument.Load(input.Stream).Root!);
        return new QueryResponse { ResponseMetadata = new ResponseMetadata(), Root = root, Date = input.ResponseData.GetHeaderValue("Date") };
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        // EC2 nests its errors otherwise than the rest.
        var root = Plain(XDocument.Load(input.Stream).Root!);
        string Value(string name) => root.Descendants(name).FirstOrDefault()?.Value ?? "";
        var type = Value("Type") switch { "Receiver" => ErrorType.Receiver, "Sender" => ErrorType.Sender, _ => ErrorType.Unknown };
        return new AmazonServiceException(Value("Message"), innerException, type, Value("Code"), Value("RequestId"), statusCode);
    }

    static XElement Plain(XElement element) => element.HasElements
        ? new XElement(element.Name.LocalName, element.Elements().Select(Plain))
        : new XElement(element.Name.LocalName, element.Value);
}
