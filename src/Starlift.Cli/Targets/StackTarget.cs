using System.Globalization;
using Starlift.Aws.Apis;
using Starlift.Aws.Stacks;
using Starlift.Cli.Settings;
using Starlift.Projects;

namespace Starlift.Cli.Targets;

/// <summary>Looks up what a target with 'stack' leaves to the stack: the endpoint, the login, COPY's role and a place for manifests.</summary>
static class StackTarget
{
    /// <param name="project">Its section 'cloud' says where the stack is.</param>
    /// <param name="target">Of type redshift, with a stack.</param>
    /// <param name="s3">Whose AWS credentials.</param>
    /// <param name="cancel">Ends asking.</param>
    /// <returns>The target with what the stack tells, where it does not state that itself; and the credentials, in the stack's region.</returns>
    /// <exception cref="Errors.StarliftException">There is no such stack, or it can't be used.</exception>
    public static async Task<(TargetSettings Target, S3Settings S3)> FillAsync(Project project, TargetSettings target, S3Settings s3, CancellationToken cancel)
    {
        var name = target.Values["stack"];
        var region = s3.Region ?? StackOptions.Of(project, name).Region;
        var stack = await StackOutputs.ReadAsync(new AwsApiOptions { Profile = s3.Profile, Region = region }, name, cancel);
        var values = new Dictionary<string, string>
        {
            ["host"] = stack.Host,
            ["port"] = stack.Port.ToString(CultureInfo.InvariantCulture),
            ["database"] = stack.Database,
            ["iam_role"] = stack.RoleArn,
            ["manifests"] = $"s3://{stack.Bucket}/manifests",
            [stack.IsServerless ? "workgroup" : "cluster"] = stack.Warehouse,
        };
        // The admin may make tables in a warehouse that is new; a user that IAM makes up may not.
        if (stack.SecretArn is { } secret)
        {
            values["secret"] = secret;
        }

        foreach (var (key, value) in target.Values)
        {
            values[key] = value;
        }

        return (target with { Values = values }, s3 with { Region = stack.Region });
    }
}
