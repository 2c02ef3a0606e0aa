using Starlift.Errors;

namespace Starlift.Aws.Apis;

/// <summary>What Starlift needs of Amazon Redshift (API reference, version 2012-12-01), as AmazonRedshiftClient has it. Thread-safe.</summary>
sealed class RedshiftClient(AwsApi api) : IDisposable
{
    const string Version = "2012-12-01";

    /// <summary>available, paused, pausing, resuming …; null where there is no such cluster.</summary>
    public async Task<string?> ClusterStatusAsync(string cluster, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.QueryAsync(Version, "DescribeClusters", [("ClusterIdentifier", cluster)], cancellationToken);
            return answer.Descendants("ClusterStatus").FirstOrDefault()?.Value;
        }
        catch (StarliftException e) when (AwsApiErrors.AnswerOf(e) is { ErrorCode: "ClusterNotFound" or "ClusterNotFoundFault" })
        {
            return null;
        }
    }

    public Task PauseClusterAsync(string cluster, CancellationToken cancellationToken) =>
        api.QueryAsync(Version, "PauseCluster", [("ClusterIdentifier", cluster)], cancellationToken);

    public Task ResumeClusterAsync(string cluster, CancellationToken cancellationToken) =>
        api.QueryAsync(Version, "ResumeCluster", [("ClusterIdentifier", cluster)], cancellationToken);

    /// <summary>Begins to delete it with its data.</summary>
    public Task DeleteClusterAsync(string cluster, CancellationToken cancellationToken) =>
        api.QueryAsync(Version, "DeleteCluster", [("ClusterIdentifier", cluster), ("SkipFinalClusterSnapshot", "true")], cancellationToken);

    public void Dispose() => api.Dispose();
}
