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
    public Task<bool> HasWorkgroupAsync(string workgroup, CancellationToken cancellationToken) =>
        HasAsync("GetWorkgroup", "workgroupName", workgroup, cancellationToken);

    /// <summary>Whether there is a namespace of that name, whatever its state.</summary>
    public Task<bool> HasNamespaceAsync(string nameSpace, CancellationToken cancellationToken) =>
        HasAsync("GetNamespace", "namespaceName", nameSpace, cancellationToken);

    /// <summary>Begins to delete it.</summary>
    public Task DeleteWorkgroupAsync(string workgroup, CancellationToken cancellationToken) =>
        api.JsonAsync("RedshiftServerless.DeleteWorkgroup", new JsonObject { ["workgroupName"] = workgroup }, cancellationToken);

    /// <summary>Begins to delete it with its data. Its workgroup must be gone.</summary>
    public Task DeleteNamespaceAsync(string nameSpace, CancellationToken cancellationToken) =>
        api.JsonAsync("RedshiftServerless.DeleteNamespace", new JsonObject { ["namespaceName"] = nameSpace }, cancellationToken);

    public void Dispose() => api.Dispose();

    async Task<bool> HasAsync(string action, string key, string name, CancellationToken cancellationToken)
    {
        try
        {
            await api.JsonAsync($"RedshiftServerless.{action}", new JsonObject { [key] = name }, cancellationToken);
            return true;
        }
        catch (StarliftException e) when (AwsApiErrors.AnswerOf(e) is { ErrorCode: "ResourceNotFoundException" })
        {
            return false;
        }
    }

}
