using Starlift.Aws.Iam;
using Starlift.Aws.Stacks;
using Starlift.Cli.Targets;
using Starlift.Projects;
using Starlift.Redshift;

namespace Starlift.Cli.Policies;

/// <summary>The least that a project needs to be allowed, read off its loads and its target.</summary>
static class ProjectPolicies
{
    /// <param name="project">Whose loads.</param>
    /// <param name="target">Of it.</param>
    /// <param name="purpose">Whose policy.</param>
    public static IamPolicy Of(Project project, TargetSettings target, PolicyPurpose purpose)
    {
        var copies = project.Loads.Select(load => load.Copy).Where(copy => IsS3(copy.From)).ToList();
        var places = copies.Where(copy => !copy.Manifest).Select(copy => S3Place.Of(copy.From));
        var objects = copies.Where(copy => copy.Manifest).Select(copy => copy.From)
            .Concat(copies.Select(copy => copy.JsonPaths).OfType<string>().Where(IsS3))
            .Select(S3Place.Of);
        var statements = new S3Statements(PartitionOf(project, target));
        var reading = statements.Reading(places, objects);
        S3Place? manifests = target.Values.TryGetValue("manifests", out var uri) && IsS3(uri) ? S3Place.Of(uri) : null;
        if (purpose == PolicyPurpose.ProbeRole)
        {
            return new IamPolicy([.. manifests is null ? [] : statements.Reading([Below(manifests)], [])]);
        }

        return new IamPolicy(purpose == PolicyPurpose.CopyRole
            ? [.. reading, .. manifests is null ? [] : statements.ReadingManifests(manifests)]
            : [.. reading, .. manifests is null ? Array.Empty<IamStatement>() : [statements.Manifests(manifests)], .. LoggingIn(project, target)]);
    }

    /// <summary>Temporary credentials and secrets of a target of type redshift; none for a password.</summary>
    static IEnumerable<IamStatement> LoggingIn(Project project, TargetSettings target)
    {
        var values = target.Values;
        if (values.TryGetValue("stack", out var stack))
        {
            var options = StackOptions.Of(project, stack);
            var isDataApi = DataApiTarget.Is(target);
            return
            [
                .. StackPolicy.ForRun(options, values.ContainsKey("password") || values.ContainsKey("secret"), isDataApi || values.ContainsKey("manifests")),
                .. isDataApi ? StackPolicy.DataApi(options) : [],
            ];
        }

        return [.. LoggingInByHost(project, target), .. DataApiTarget.Is(target) ? DataApi(project, target) : []];
    }

    /// <summary>Statements over the Data API on a warehouse that Starlift did not put up.</summary>
    static IEnumerable<IamStatement> DataApi(Project project, TargetSettings target)
    {
        var host = RedshiftHost.Of(target.Values.GetValueOrDefault("host", ""));
        var cluster = target.Values.GetValueOrDefault("cluster") ?? (target.Values.ContainsKey("workgroup") ? null : host.Cluster);
        var arn = $"arn:{PartitionOf(project, target)}";
        return StackPolicy.DataApi(cluster is null ? $"{arn}:redshift-serverless:{host.Region ?? "*"}:*:workgroup/*" : $"{arn}:redshift:{host.Region ?? "*"}:*:cluster:{cluster}");
    }

    static IEnumerable<IamStatement> LoggingInByHost(Project project, TargetSettings target)
    {
        var values = target.Values;
        if (target.Type != RedshiftTargetType.Definition.Name || values.ContainsKey("password") || !values.TryGetValue("host", out var endpoint))
        {
            return [];
        }

        var partition = PartitionOf(project, target);
        if (values.TryGetValue("secret", out var secret))
        {
            var arn = secret.StartsWith("arn:", StringComparison.Ordinal) ? secret : $"arn:{partition}:secretsmanager:*:*:secret:{secret}-??????";
            return [new IamStatement("ReadLogin", ["secretsmanager:GetSecretValue"], [arn])];
        }

        var host = RedshiftHost.Of(endpoint);
        var region = host.Region ?? "*";
        var database = values.GetValueOrDefault("database", "dev");
        if ((values.GetValueOrDefault("cluster") ?? host.Cluster) is { } cluster)
        {
            return values.TryGetValue("user", out var user)
                ? [new IamStatement("LogIn", ["redshift:GetClusterCredentials"],
                    [$"arn:{partition}:redshift:{region}:*:dbuser:{cluster}/{user}", $"arn:{partition}:redshift:{region}:*:dbname:{cluster}/{database}"])]
                : [new IamStatement("LogIn", ["redshift:GetClusterCredentialsWithIAM"], [$"arn:{partition}:redshift:{region}:*:dbname:{cluster}/{database}"])];
        }

        // The ARN of a workgroup holds a random id and not its name.
        return values.ContainsKey("workgroup") || host.Workgroup is not null
            ? [new IamStatement("LogIn", ["redshift-serverless:GetCredentials"], [$"arn:{partition}:redshift-serverless:{region}:*:workgroup/*"])]
            : [];
    }

    /// <summary>That of the warehouse's region; of AWS at large where nothing says it.</summary>
    static string PartitionOf(Project project, TargetSettings target) => StackParameters.Partition(
        (target.Values.TryGetValue("host", out var host) ? RedshiftHost.Of(host).Region : null)
            ?? (target.Values.ContainsKey("stack") ? StackOptions.Of(project, target.Values["stack"]).Region : null));

    static S3Place Below(S3Place place) => place.Prefix.Length == 0 || place.Prefix.EndsWith('/') ? place : place with { Prefix = $"{place.Prefix}/" };

    static bool IsS3(string uri) => uri.StartsWith("s3://", StringComparison.Ordinal);
}
