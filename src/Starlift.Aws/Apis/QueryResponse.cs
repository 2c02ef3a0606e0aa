using System.Xml.Linq;
using Amazon.Runtime;

namespace Starlift.Aws.Apis;

/// <summary>The answer to a <see cref="QueryRequest"/>.</summary>
sealed class QueryResponse : AmazonWebServiceResponse
{
    /// <summary>Without namespaces.</summary>
    public XElement Root { get; init; } = new("Response");

    /// <summary>When the service answered, as it wrote it; null where it did not say.</summary>
    public string? Date { get; init; }
}
