using System.Globalization;
using System.Xml.Linq;

namespace Starlift.Aws.Apis;

/// <summary>What Starlift asks Amazon EC2 (API reference, version 2016-11-15) of networks, as AmazonEC2Client has it. Thread-safe.</summary>
sealed class NetworkClient(AwsApi api) : IDisposable
{
    const string Version = "2016-11-15";

    /// <summary>Null where the region has none.</summary>
    public async Task<string?> DefaultVpcAsync(CancellationToken cancellationToken)
    {
        var answer = await api.QueryAsync(Version, "DescribeVpcs", Filters(("is-default", ["true"])), cancellationToken);
        return Items(answer, "vpcSet").Select(item => item.Element("vpcId")?.Value).FirstOrDefault();
    }

    /// <summary>The zones of the subnets of a VPC, or of those that are named.</summary>
    public async Task<IReadOnlyList<string>> ZonesAsync(string vpc, IReadOnlyList<string> subnets, CancellationToken cancellationToken)
    {
        (string Name, IReadOnlyList<string> Values)[] filters = subnets.Count == 0 ? [("vpc-id", [vpc])] : [("vpc-id", [vpc]), ("subnet-id", subnets)];
        var answer = await api.QueryAsync(Version, "DescribeSubnets", Filters(filters), cancellationToken);
        return [.. Items(answer, "subnetSet").Select(item => item.Element("availabilityZone")!.Value).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>off, block-ingress or block-bidirectional.</summary>
    public async Task<string> PublicAccessBlockAsync(CancellationToken cancellationToken)
    {
        var answer = await api.QueryAsync(Version, "DescribeVpcBlockPublicAccessOptions", [], cancellationToken);
        return answer.Descendants("internetGatewayBlockMode").FirstOrDefault()?.Value ?? "off";
    }

    public void Dispose() => api.Dispose();

    static IEnumerable<(string Name, string? Value)> Filters(params IReadOnlyList<(string Name, IReadOnlyList<string> Values)> filters) => filters.SelectMany((filter, index) =>
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"Filter.{index + 1}");
        return filter.Values.Select((value, number) => (string.Create(CultureInfo.InvariantCulture, $"{prefix}.Value.{number + 1}"), (string?)value)).Prepend(($"{prefix}.Name", filter.Name));
    });

    static IEnumerable<XElement> Items(XElement answer, string list) => answer.Element(list)?.Elements("item") ?? [];
}
