using System.Text.Json.Nodes;
using Starlift.Errors;

namespace Starlift.Aws.Apis;

/// <summary>What Starlift needs of Amazon Redshift Serverless (API reference), as AmazonRedshiftServerlessClient has it. Thread-safe.</summary>
sealed class RedshiftServerlessClient(AwsApi api) : IDisposable
{
    /// <summary>The ARN of the secret with the admin's password; null where there is none.</summary>
    public async Task<string?> AdminSecretAsync(string nameSpace, CancellationToken cancellationToken)
    {
        var answer = await api.JsonAsync("RedshiftServerless.GetNamespace", new JsonObject { ["namespaceName"] = nameSpace }, cancellationToken);
        return (string?)answer["namespace"]?["adminPasswordSecretArn"];
    }

    /// <summary>Whether there is a workgroup of that name, whatever its state.</summary>
    public async Task<bool> HasWorkgroupAsync(string workgroup, CancellationToken cancellationToken)
    {
        try
        {
            await api.JsonAsync("RedshiftServerless.GetWorkgroup", new JsonObject { ["workgroupName"] = workgroup }, cancellationToken);
            return true;
        }
        catch (StarliftException e) when (AwsApiErrors.AnswerOf(e) is { ErrorCode: "ResourceNotFoundException" })
        {
            return false;
        }
    }

    public void Dispose() => api.Dispose();
}
