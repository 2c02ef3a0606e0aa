using Starlift.Aws.Apis;
using Starlift.Aws.Stacks;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Projects;

namespace Starlift.Cli.Cloud;

/// <summary>Keeps a run from what can't end well: refuses loads whose data lie in another region, warns of a warehouse that is about to delete itself.</summary>
static class StackGuard
{
    static readonly TimeSpan Short = TimeSpan.FromMinutes(15);

    /// <summary>Nothing of AWS is loaded for a target without a stack or an endpoint in AWS.</summary>
    /// <exception cref="Errors.StarliftException">There is no such stack, it can't be used, or data lie in another region.</exception>
    public static async Task WarnAsync(Terminal terminal, Project project, TargetSettings target, S3Settings s3, CancellationToken cancel)
    {
        if (target.Values.TryGetValue("stack", out var stack))
        {
            await WarnAsync(terminal, project, stack, s3, cancel);
        }

        await LoadRegions.CheckAsync(project, target, s3, cancel);
    }

    static async Task WarnAsync(Terminal terminal, Project project, string stack, S3Settings s3, CancellationToken cancel)
    {
        var region = s3.Region ?? StackOptions.Of(project, stack).Region;
        var outputs = await StackOutputs.ReadAsync(new AwsApiOptions { Profile = s3.Profile, Region = region }, stack, cancel);
        var left = outputs.Expires - TimeProvider.System.GetUtcNow();
        if (left < Short)
        {
            await terminal.Error.WriteLineAsync(
                $"starlift: {StackOptions.NameOf(stack)} deletes itself in {StackLines.Span(left)}, at {StackLines.Time(outputs.Expires)}; starlift extend 1h gives it more time");
        }
    }
}
