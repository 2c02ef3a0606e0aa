using System.Globalization;
using System.Text.RegularExpressions;
using Starlift.Projects;

namespace Starlift.Aws.Stacks;

/// <summary>What the stack of a project looks like. Immutable.</summary>
public sealed partial record StackOptions
{
    /// <summary>CloudFormation adds "starlift-", "-DeletionRole-" and up to 13 letters of its own.</summary>
    const int LongestName = 28;

    /// <summary>CloudFormation's name of the stack, <see cref="NameOf"/>.</summary>
    public required string Name { get; init; }

    public required string Project { get; init; }

    /// <summary>Redshift Serverless, or a provisioned cluster.</summary>
    public bool IsServerless { get; init; } = true;

    /// <summary>Null for the region of the AWS configuration.</summary>
    public string? Region { get; init; }

    public TimeSpan Ttl { get; init; } = TimeSpan.FromHours(2);

    /// <summary>The endpoint has an address in the internet.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Who may connect; null for the caller's address.</summary>
    public string? AdminCidr { get; init; }

    public IReadOnlyList<string> DataBuckets { get; init; } = [];

    public int BaseCapacity { get; init; } = 4;

    public int MaxCapacity { get; init; } = 4;

    public string NodeType { get; init; } = "ra3.large";

    public int Nodes { get; init; } = 1;

    /// <summary>Null for the default one.</summary>
    public string? Vpc { get; init; }

    public IReadOnlyList<string> Subnets { get; init; } = [];

    /// <summary>USD an hour of an RPU or node; null for the table's.</summary>
    public decimal? Price { get; init; }

    /// <summary>The prefix keeps Starlift's stacks apart from others', and lets a policy name them.</summary>
    /// <param name="stack">As a target or project names it.</param>
    /// <param name="place">Where that stands, for the message.</param>
    /// <exception cref="Errors.ConfigurationException">AWS would refuse what is named after it: a cluster's identifier has no two hyphens in a row, and a role's name no more than 64 characters.</exception>
    public static string NameOf(string stack, SourcePlace? place = null) => stack.Length <= LongestName && NamePattern().IsMatch(stack)
        ? $"starlift-{stack.ToLowerInvariant().Replace('_', '-')}"
        : throw new Errors.ConfigurationException(
            $"'{stack}' can't name a stack: AWS takes letters and digits, single hyphens or underscores between them, and at most {LongestName} characters",
            place,
            "give the target another stack name");

    /// <param name="project">Its name, and its section 'cloud' in so far as it is stated.</param>
    /// <param name="stack">The stack's name; null for the project's.</param>
    /// <exception cref="Errors.ConfigurationException">The section refers to environment variables that are not set.</exception>
    public static StackOptions Of(Project project, string? stack)
    {
        if (project.Cloud is { Obstacles: { Count: > 0 } obstacles })
        {
            throw new Errors.ConfigurationException(obstacles);
        }

        var values = project.Cloud?.Values ?? new Dictionary<string, IReadOnlyList<string>>();
        string? Text(string key) => values.TryGetValue(key, out var value) ? value[0] : null;
        int Number(string key, int absent) => Text(key) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : absent;
        var target = project.Targets.FirstOrDefault(candidate => stack is not null && candidate.Values.GetValueOrDefault("stack") == stack);
        var absent = new StackOptions { Name = NameOf(stack ?? project.Name, target?.Places.GetValueOrDefault("stack")), Project = project.Name };
        var baseCapacity = Number("base_capacity", absent.BaseCapacity);
        return absent with
        {
            IsServerless = Text("kind") != "provisioned",
            Region = Text("region"),
            Ttl = Text("ttl") is { } ttl ? DurationText.Read(ttl) : absent.Ttl,
            IsPublic = Text("public") != "false",
            AdminCidr = Text("admin_cidr"),
            DataBuckets = [.. values.GetValueOrDefault("data_buckets", []).Concat(ManifestsOf(target)).Distinct()],
            BaseCapacity = baseCapacity,
            MaxCapacity = Number("max_capacity", baseCapacity),
            NodeType = Text("node_type") ?? absent.NodeType,
            Nodes = Number("nodes", absent.Nodes),
            Vpc = Text("vpc"),
            Subnets = values.GetValueOrDefault("subnets", []),
            Price = Text("price") is { } price ? decimal.Parse(price, CultureInfo.InvariantCulture) : null,
        };
    }

    /// <summary>Manifests in a bucket of somebody's own are read by COPY like data.</summary>
    static IEnumerable<string> ManifestsOf(TargetSettings? target) =>
        target is not null && target.Values.TryGetValue("manifests", out var place) && place.StartsWith("s3://", StringComparison.Ordinal) ? [Iam.S3Place.Of(place).Bucket] : [];

    [GeneratedRegex("^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$")]
    private static partial Regex NamePattern();
}
