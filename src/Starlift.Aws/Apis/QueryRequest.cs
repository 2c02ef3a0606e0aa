using Amazon.Runtime;

namespace Starlift.Aws.Apis;

/// <summary>A request of the AWS Query protocol.</summary>
sealed class QueryRequest(string version, string action, IReadOnlyList<(string Name, string Value)> parameters) : AmazonWebServiceRequest
{
    /// <summary>Of the API: a date.</summary>
    public string Version => version;

    public string Action => action;

    public IReadOnlyList<(string Name, string Value)> Parameters => parameters;
}
