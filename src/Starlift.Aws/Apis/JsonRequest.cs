using Amazon.Runtime;

namespace Starlift.Aws.Apis;

/// <summary>A request of the AWS JSON 1.1 protocol.</summary>
sealed class JsonRequest(string target, string body) : AmazonWebServiceRequest
{
    /// <summary>secretsmanager.GetSecretValue …</summary>
    public string Target => target;

    public string Body => body;
}
