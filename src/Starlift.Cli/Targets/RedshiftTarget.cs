using System.Globalization;
using Starlift.Aws;
using Starlift.Aws.Apis;
using Starlift.Cli.Settings;
using Starlift.Errors;
using Starlift.Projects;
using Starlift.Redshift;
using Starlift.Secrets;

namespace Starlift.Cli.Targets;

/// <summary>Makes options of a target of type redshift: where it is, who logs in, where manifests go.</summary>
static class RedshiftTarget
{
    static readonly TimeSpan NamesOfStacks = TimeSpan.FromMinutes(5);

    /// <summary>Looks up what the target leaves to its stack, where it has one.</summary>
    /// <returns>The target with what the stack tells, and the options.</returns>
    /// <exception cref="StarliftException">The stack can't be looked up, or the target can't be used: see <see cref="OptionsOf"/>.</exception>
    public static async Task<(TargetSettings Target, RedshiftOptions Options)> FillAsync(Project project, TargetSettings target, S3Settings s3, CancellationToken cancel)
    {
        var (filled, aws) = target.Values.ContainsKey("stack") ? await StackTarget.FillAsync(project, target, s3, cancel) : (target, s3);
        return (filled, OptionsOf(project, filled, aws));
    }

    /// <param name="project">Relative paths start at its folder.</param>
    /// <param name="target">Of type redshift.</param>
    /// <param name="s3">Whose AWS credentials.</param>
    /// <exception cref="ConfigurationException">The target does not say who logs in, or where manifests go is no place in S3.</exception>
    public static RedshiftOptions OptionsOf(Project project, TargetSettings target, S3Settings s3)
    {
        var values = target.Values;
        if (!values.TryGetValue("host", out var host))
        {
            throw new ConfigurationException(
                $"the stack of the target '{target.Name}' can't be looked up by this version", target.Place, "state host, manifests and a login instead of stack");
        }

        if (values.TryGetValue("manifests", out var manifests) && !IsPlaceInS3(manifests))
        {
            throw new ConfigurationException($"'{manifests}' is no place in S3", target.Places["manifests"], "write manifests: s3://bucket/prefix");
        }

        return new RedshiftOptions
        {
            Host = host,
            Port = int.Parse(values.GetValueOrDefault("port", "5439"), CultureInfo.InvariantCulture),
            Database = values.GetValueOrDefault("database", "dev"),
            Login = LoginOf(target, RedshiftHost.Of(host), s3),
            IamRole = values.GetValueOrDefault("iam_role"),
            Manifests = manifests,
            Region = RedshiftHost.Of(host).Region ?? (values.ContainsKey("stack") ? s3.Region : null),
            BucketRegion = RegionsOf(s3),
            NamePatience = values.ContainsKey("stack") ? NamesOfStacks : TimeSpan.Zero,
            RootCertificate = values.TryGetValue("root_certificate", out var file) ? Path.GetFullPath(file, Path.GetFullPath(project.Folder)) : null,
            QueryGroup = QueryGroupOf(project),
            Retrying = s3.Log is { } log ? retry => log.WriteLine($"starlift: {retry.Reason}; the next attempt follows in {retry.Delay.TotalSeconds:0.0} s") : null,
            Warning = s3.Log is { } warnings ? text => warnings.WriteLine($"starlift: {text}") : null,
        };
    }

    /// <summary>What the statements of a project are tagged with.</summary>
    public static string QueryGroupOf(Project project) => $"starlift-{project.Name}";

    /// <summary>A folder that stands in for S3 is in no region.</summary>
    static Func<string, CancellationToken, Task<string?>> RegionsOf(S3Settings s3)
    {
        if (s3.Root is not null)
        {
            return (_, _) => Task.FromResult<string?>(null);
        }

        var regions = new Lazy<BucketRegions>(() => new BucketRegions(new S3Options { Profile = s3.Profile, Region = s3.Region }));
        return (bucket, cancel) => regions.Value.OfAsync(bucket, cancel);
    }

    /// <summary>Asked at each connecting; nothing of AWS is loaded for a password.</summary>
    static Func<CancellationToken, Task<RedshiftLogin>> LoginOf(TargetSettings target, RedshiftHost host, S3Settings s3)
    {
        var values = target.Values;
        var user = values.GetValueOrDefault("user");
        var database = values.GetValueOrDefault("database", "dev");
        var cluster = values.GetValueOrDefault("cluster") ?? host.Cluster;
        var workgroup = values.GetValueOrDefault("workgroup") ?? host.Workgroup;
        if (values.TryGetValue("password", out var password))
        {
            var login = new RedshiftLogin(
                user ?? throw new ConfigurationException("the target states a password and no user", target.Places["password"], "add the user"), new Secret(password));
            return _ => Task.FromResult(login);
        }

        if (values.TryGetValue("secret", out var secret))
        {
            return cancel => AskAsync(logins => logins.OfSecretAsync(secret, cancel), s3, host.Region);
        }

        return cluster is not null ? cancel => AskAsync(logins => logins.OfClusterAsync(cluster, user, database, cancel), s3, host.Region)
            : workgroup is not null ? cancel => AskAsync(logins => logins.OfWorkgroupAsync(workgroup, database, cancel), s3, host.Region)
            : throw new ConfigurationException(
                $"the target '{target.Name}' does not say who logs in",
                target.Place,
                "add user and password, a secret of Secrets Manager, or the cluster or workgroup for which IAM gives temporary credentials");
    }

    static async Task<RedshiftLogin> AskAsync(Func<RedshiftLogins, Task<TemporaryLogin>> ask, S3Settings s3, string? region)
    {
        var login = await ask(new RedshiftLogins(new AwsApiOptions { Profile = s3.Profile, Region = region ?? s3.Region }));
        return new RedshiftLogin(login.User, login.Password);
    }

    static bool IsPlaceInS3(string text) => text.StartsWith("s3://", StringComparison.Ordinal) && text.Length > "s3://".Length && text["s3://".Length] != '/';
}
