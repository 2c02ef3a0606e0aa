using Starlift.Aws.Stacks;
using Starlift.Cli.Settings;
using Starlift.Projects;
using Starlift.Redshift;

namespace Starlift.Cli.Targets;

/// <summary>Which region of AWS a target is in: it is asked there first, and signs for it.</summary>
static class TargetRegion
{
    /// <summary>What was typed, else what the stack's section or the endpoint's name says; null where nothing does.</summary>
    public static string? Of(Project project, TargetSettings target, S3Settings s3) => s3.Region
        ?? (target.Values.TryGetValue("stack", out var stack) ? StackOptions.Of(project, stack).Region
            : target.Type == RedshiftTargetType.Definition.Name && target.Values.TryGetValue("host", out var host) ? RedshiftHost.Of(host).Region : null);

    /// <summary>The settings with the target's region, for its object store.</summary>
    public static S3Settings Fill(Project project, TargetSettings target, S3Settings s3) => s3 with { Region = Of(project, target, s3) };
}
