using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Starlift.Errors;

namespace Starlift.Projects;

/// <summary>What a value of the section 'cloud' must be beyond its kind, and what values must be together.</summary>
sealed partial class CloudRules
{
    static readonly TimeSpan ShortestTtl = TimeSpan.FromMinutes(15);
    static readonly TimeSpan LongestTtl = TimeSpan.FromDays(7);

    /// <summary>Of clusters, resized ones too (Amazon Redshift Management Guide: "Amazon Redshift provisioned clusters", node type details).</summary>
    static readonly Dictionary<string, (int Fewest, int Most)> MostNodes = new()
    {
        ["ra3.large"] = (1, 16), ["ra3.xlplus"] = (1, 32), ["ra3.4xlarge"] = (2, 128), ["ra3.16xlarge"] = (2, 128),
    };

    static readonly string[] ServerlessOnly = ["base_capacity", "max_capacity"];
    static readonly string[] ProvisionedOnly = ["node_type", "nodes"];

    readonly CloudSettings _cloud;
    readonly List<Problem> _problems;

    /// <param name="cloud">Values that are sound for their kinds.</param>
    /// <param name="problems">Gets whatever is wrong.</param>
    public CloudRules(CloudSettings cloud, List<Problem> problems)
    {
        _cloud = cloud;
        _problems = problems;
    }

    public void Check()
    {
        Each("region", RegionPattern().IsMatch, "the code of an AWS region, such as us-west-2");
        Each("data_buckets", BucketPattern().IsMatch, "the name of a bucket, without s3://");
        Each("ttl", text => DurationText.TryRead(text) is { } ttl && ttl >= ShortestTtl && ttl <= LongestTtl, "15m to 7d");
        Each("admin_cidr", IsBlock, "a block of IPv4 addresses of at most 2^24, such as 203.0.113.0/24");
        Each("vpc", VpcPattern().IsMatch, "the id of a VPC, such as vpc-0a1b2c3d");
        Each("subnets", SubnetPattern().IsMatch, "the id of a subnet, such as subnet-0a1b2c3d");
        Each("base_capacity", IsCapacity, "4, or 8 to 512 in steps of 8");
        Each("max_capacity", IsCapacity, "4, or 8 to 512 in steps of 8");
        Each("nodes", text => Number(text) <= 128, "1 to 128");
        Each("price", text => PricePattern().IsMatch(text), "US dollars, such as 0.36");
        CheckTogether();
    }

    void CheckTogether()
    {
        var isProvisioned = Text("kind") == "provisioned";
        foreach (var key in (isProvisioned ? ServerlessOnly : ProvisionedOnly).Where(_cloud.Values.ContainsKey))
        {
            Report(key, $"'{key}' says nothing of a {(isProvisioned ? "provisioned" : "serverless")} warehouse", "remove it, or choose the other kind");
        }

        if (Text("max_capacity") is { } most && Number(most) < Number(Text("base_capacity") ?? "4"))
        {
            Report("max_capacity", $"max_capacity {most} is less than base_capacity {Text("base_capacity") ?? "4"}", "raise it, or lower base_capacity");
        }

        if (isProvisioned && MostNodes.TryGetValue(Text("node_type") ?? "ra3.large", out var nodes) && Number(Text("nodes") ?? "1") is var count && (count > nodes.Most || count < nodes.Fewest))
        {
            Report(_cloud.Values.ContainsKey("nodes") ? "nodes" : "node_type", $"a cluster of {Text("node_type") ?? "ra3.large"} has {nodes.Fewest} to {nodes.Most} nodes, not {count}", "change nodes, or choose another node_type");
        }

        if (Text("public") == "false" && _cloud.Values.ContainsKey("admin_cidr"))
        {
            Report("admin_cidr", "admin_cidr opens an endpoint that is not public", "remove one of the two");
        }

        if (_cloud.Values.ContainsKey("vpc") != _cloud.Values.ContainsKey("subnets"))
        {
            var (stated, missing) = _cloud.Values.ContainsKey("vpc") ? ("vpc", "subnets") : ("subnets", "vpc");
            Report(stated, $"'{stated}' needs '{missing}' beside it", "state both, or neither for the default VPC");
        }
    }

    void Each(string key, Func<string, bool> isSound, string hint)
    {
        foreach (var value in _cloud.Values.GetValueOrDefault(key, []).Where(value => !isSound(value)))
        {
            Report(key, $"'{value}' is no value for '{key}'", hint);
        }
    }

    void Report(string key, string what, string hint) => _problems.Add(new Problem(what, _cloud.Places[key], hint));

    string? Text(string key) => _cloud.Values.TryGetValue(key, out var value) ? value[0] : null;

    static bool IsCapacity(string text) => Number(text) == 4 || (Number(text) is >= 8 and <= 512 && Number(text) % 8 == 0);

    // An address within a block is most likely a block with the wrong size.
    static bool IsBlock(string text) => IPNetwork.TryParse(text, out var block) && block.ToString() == text
        && block.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && block.PrefixLength >= 8;

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-[0-9]\z")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketPattern();

    [GeneratedRegex(@"^vpc-[0-9a-f]+\z")]
    private static partial Regex VpcPattern();

    [GeneratedRegex(@"^subnet-[0-9a-f]+\z")]
    private static partial Regex SubnetPattern();

    [GeneratedRegex(@"^[0-9]{1,5}(\.[0-9]{1,6})?\z")]
    private static partial Regex PricePattern();
}
