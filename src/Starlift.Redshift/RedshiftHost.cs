using System.Net;
using System.Text.RegularExpressions;

namespace Starlift.Redshift;

/// <summary>What the name of an AWS endpoint says of the warehouse behind it; all null for a name of somebody's own.</summary>
/// <param name="Cluster">The identifier of a provisioned cluster.</param>
/// <param name="Workgroup">The name of a serverless workgroup.</param>
/// <param name="Region">Where it is.</param>
public sealed partial record RedshiftHost(string? Cluster, string? Workgroup, string? Region)
{
    /// <param name="host">cluster.id.region.redshift.amazonaws.com, or workgroup.account.region.redshift-serverless.amazonaws.com.</param>
    public static RedshiftHost Of(string host) => Endpoint().Match(host) switch
    {
        { Success: false } => new RedshiftHost(null, null, null),
        var found when found.Groups["kind"].Value == "redshift" => new RedshiftHost(found.Groups["name"].Value, null, found.Groups["region"].Value),
        var found => new RedshiftHost(null, found.Groups["name"].Value, found.Groups["region"].Value),
    };

    /// <summary>The host is this machine by a loopback address: a server such as starlift serve, and no cluster.</summary>
    public static bool IsLoopback(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>
    /// A server on a loopback address may be without TLS where no certificate is demanded: nobody listens between this machine and itself. A cluster offers TLS always.
    /// </summary>
    /// <param name="host">Of the target.</param>
    /// <param name="rootCertificate">Of the target; null where it states none.</param>
    public static bool MayBePlain(string host, string? rootCertificate) => rootCertificate is null && IsLoopback(host);

    [GeneratedRegex(
        @"^(?<name>[a-z0-9-]+)\.[a-z0-9]+\.(?<region>[a-z0-9-]+)\.(?<kind>redshift|redshift-serverless)\.amazonaws\.com(\.cn)?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Endpoint();
}
