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

    /// <summary>Ends queries once the workgroup has used so many RPU hours in a month; replaces such a limit that is there.</summary>
    public async Task LimitAsync(string workgroup, long hours, CancellationToken cancellationToken)
    {
        var found = await api.JsonAsync("RedshiftServerless.GetWorkgroup", new JsonObject { ["workgroupName"] = workgroup }, cancellationToken);
        var arn = (string)found["workgroup"]!["workgroupArn"]!;
        var limits = await api.JsonAsync("RedshiftServerless.ListUsageLimits", new JsonObject { ["resourceArn"] = arn, ["usageType"] = "serverless-compute" }, cancellationToken);
        if ((limits["usageLimits"] as JsonArray)?.FirstOrDefault(limit => (string?)limit!["period"] == "monthly") is { } known)
        {
            var changed = new JsonObject { ["usageLimitId"] = (string)known["usageLimitId"]!, ["amount"] = hours, ["breachAction"] = "deactivate" };
            await api.JsonAsync("RedshiftServerless.UpdateUsageLimit", changed, cancellationToken);
            return;
        }

        var limit = new JsonObject
        {
            ["resourceArn"] = arn, ["usageType"] = "serverless-compute", ["amount"] = hours, ["period"] = "monthly", ["breachAction"] = "deactivate",
        };
        await api.JsonAsync("RedshiftServerless.CreateUsageLimit", limit, cancellationToken);
    }

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
