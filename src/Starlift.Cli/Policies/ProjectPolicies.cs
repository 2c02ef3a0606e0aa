using Starlift.Aws.Iam;
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
        var reading = S3Statements.Reading(places, objects);
        S3Place? manifests = target.Values.TryGetValue("manifests", out var uri) && IsS3(uri) ? S3Place.Of(uri) : null;
        return new IamPolicy(purpose == PolicyPurpose.CopyRole
            ? [.. reading, .. manifests is null ? [] : S3Statements.ReadingManifests(manifests)]
            : [.. reading, .. manifests is null ? Array.Empty<IamStatement>() : [S3Statements.Manifests(manifests)], .. LoggingIn(target)]);
    }

    /// <summary>Temporary credentials and secrets of a target of type redshift; none for a password.</summary>
    static IEnumerable<IamStatement> LoggingIn(TargetSettings target)
    {
        var values = target.Values;
        if (target.Type != RedshiftTargetType.Definition.Name || values.ContainsKey("password") || !values.TryGetValue("host", out var endpoint))
        {
            return [];
        }

        if (values.TryGetValue("secret", out var secret))
        {
            var arn = secret.StartsWith("arn:", StringComparison.Ordinal) ? secret : $"arn:aws:secretsmanager:*:*:secret:{secret}-??????";
            return [new IamStatement("ReadLogin", ["secretsmanager:GetSecretValue"], [arn])];
        }

        var host = RedshiftHost.Of(endpoint);
        var region = host.Region ?? "*";
        var database = values.GetValueOrDefault("database", "dev");
        if ((values.GetValueOrDefault("cluster") ?? host.Cluster) is { } cluster)
        {
            return values.TryGetValue("user", out var user)
                ? [new IamStatement("LogIn", ["redshift:GetClusterCredentials"],
                    [$"arn:aws:redshift:{region}:*:dbuser:{cluster}/{user}", $"arn:aws:redshift:{region}:*:dbname:{cluster}/{database}"])]
                : [new IamStatement("LogIn", ["redshift:GetClusterCredentialsWithIAM"], [$"arn:aws:redshift:{region}:*:dbname:{cluster}/{database}"])];
        }

        // The ARN of a workgroup holds a random id and not its name.
        return values.ContainsKey("workgroup") || host.Workgroup is not null
            ? [new IamStatement("LogIn", ["redshift-serverless:GetCredentials"], [$"arn:aws:redshift-serverless:{region}:*:workgroup/*"])]
            : [];
    }

    static bool IsS3(string uri) => uri.StartsWith("s3://", StringComparison.Ordinal);
}
