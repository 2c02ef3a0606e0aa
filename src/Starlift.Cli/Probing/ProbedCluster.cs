using Starlift.Aws.Stacks;
using Starlift.Projects;
using Starlift.Redshift;

namespace Starlift.Cli.Probing;

/// <summary>What a file of facts says of the cluster: nothing that tells whose it is.</summary>
/// <param name="Kind">serverless, provisioned or unknown.</param>
/// <param name="Partition">Of AWS: aws, aws-cn, aws-us-gov; unknown where nothing tells.</param>
sealed record ProbedCluster(string Kind, string Partition)
{
    /// <param name="target">With what its stack tells.</param>
    /// <param name="options">Made of it.</param>
    public static ProbedCluster Of(TargetSettings target, RedshiftOptions options)
    {
        var host = RedshiftHost.Of(options.Host);
        return new ProbedCluster(
            host.Workgroup is not null || target.Values.ContainsKey("workgroup") ? "serverless"
                : host.Cluster is not null || target.Values.ContainsKey("cluster") ? "provisioned"
                : "unknown",
            options.Region is { } region ? StackParameters.Partition(region) : "unknown");
    }
}
