using System.Globalization;

namespace Starlift.Aws.Stacks;

/// <summary>The parameters and tags that a stack is made with.</summary>
public static class StackParameters
{
    /// <summary>Every resource of a stack bears this tag with the stack's name.</summary>
    public const string StackTag = "starlift:stack";

    const string TimeFormat = "yyyy-MM-ddTHH:mm:ss";

    /// <param name="options">What the stack looks like.</param>
    /// <param name="adminCidr">Who may connect; empty for nobody.</param>
    /// <param name="owner">Who puts it up.</param>
    /// <param name="expires">When it deletes itself.</param>
    public static IReadOnlyDictionary<string, string> Of(StackOptions options, string adminCidr, string owner, DateTimeOffset expires) =>
        new Dictionary<string, string>
        {
            ["Project"] = options.Project,
            ["Owner"] = owner,
            ["ExpiresAt"] = Time(expires),
            ["Kind"] = options.IsServerless ? "serverless" : "provisioned",
            ["Public"] = options.IsPublic ? "true" : "false",
            ["AdminCidr"] = adminCidr,
            ["DataBucketArns"] = string.Join(',', options.DataBuckets.Select(bucket => $"arn:{Partition(options.Region)}:s3:::{bucket}")),
            ["DataObjectArns"] = string.Join(',', options.DataBuckets.Select(bucket => $"arn:{Partition(options.Region)}:s3:::{bucket}/*")),
            ["BaseCapacity"] = Number(options.BaseCapacity),
            ["MaxCapacity"] = Number(options.MaxCapacity),
            ["NodeType"] = options.NodeType,
            ["Nodes"] = Number(options.Nodes),
            ["VpcId"] = options.Vpc ?? "",
            ["SubnetIds"] = string.Join(',', options.Subnets),
        };

    /// <summary>
    /// Those of the stack itself; its template puts the same on every resource. The time of its end is not among them: a tag that changes
    /// has CloudFormation update every resource.
    /// </summary>
    public static IReadOnlyDictionary<string, string> TagsOf(string name, IReadOnlyDictionary<string, string> parameters) =>
        new Dictionary<string, string>
        {
            ["project"] = parameters["Project"],
            ["owner"] = parameters["Owner"],
            [StackTag] = name,
        };

    /// <summary>As a schedule wants it, UTC, whole seconds.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>What <see cref="Time"/> wrote; null for anything else.</summary>
    public static DateTimeOffset? ReadTime(string? text) =>
        DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>aws, aws-us-gov …: what ARNs of a region begin with.</summary>
    public static string Partition(string? region) => region is null ? "aws" : Amazon.RegionEndpoint.GetBySystemName(region).PartitionName;

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
