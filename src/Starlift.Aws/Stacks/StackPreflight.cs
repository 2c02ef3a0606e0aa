using Starlift.Aws.Apis;
using Starlift.Errors;

namespace Starlift.Aws.Stacks;

/// <summary>What would fail the creation of a warehouse minutes later, found by looking. What the caller may not look at is passed over.</summary>
public sealed class StackPreflight
{
    const int FewestZones = 2;

    /// <summary>As the guide has it, "Considerations when using Amazon Redshift Serverless"; in US West (N. California) two will do.</summary>
    const int ZonesOfServerless = 3;

    readonly StackApis _apis;

    internal StackPreflight(StackApis apis) => _apis = apis;

    /// <summary>The VPC and its zones, in one sentence.</summary>
    /// <exception cref="StarliftException">There is no default VPC, or its subnets are too few; what can't be asked is such too, with the exit code of access.</exception>
    public async Task<string> NetworkAsync(StackOptions options, CancellationToken cancellationToken)
    {
        var vpc = options.Vpc ?? await _apis.Network.DefaultVpcAsync(cancellationToken) ?? throw new ConfigurationException(
            $"there is no default VPC in {_apis.Region} to put the warehouse into", hint: "state vpc and subnets under cloud in starlift.yaml, or make one: aws ec2 create-default-vpc");
        var zones = await _apis.Network.ZonesAsync(vpc, options.Subnets, cancellationToken);
        return zones.Count >= FewestZones
            ? $"{vpc} has subnets in {string.Join(", ", zones)}{(options.IsServerless && zones.Count < ZonesOfServerless ? "; AWS's guide to Redshift Serverless asks for three zones" : "")}"
            : throw new ConfigurationException(
                $"{(options.Subnets.Count == 0 ? $"{vpc} has" : $"of {vpc}, the subnets stated are")} subnets in {(zones.Count == 0 ? "no zone" : zones[0] + " only")}: Redshift wants two zones",
                hint: "state subnets of two zones: vpc and subnets under cloud in starlift.yaml");
    }

    /// <summary>Whether VPC Block Public Access lets an endpoint be public.</summary>
    /// <exception cref="StarliftException">It does not.</exception>
    public async Task<string> PublicAccessAsync(StackOptions options, CancellationToken cancellationToken) =>
        !options.IsPublic ? "the endpoint is not public"
            : await _apis.Network.PublicAccessBlockAsync(cancellationToken) is var mode && mode == "off" ? "VPC Block Public Access is off"
            : throw new ConfigurationException(
                $"VPC Block Public Access is {mode} in {_apis.Region}: a public endpoint is not reached from here", hint: "write public: false under cloud and connect from within the VPC");

    /// <summary>Whether Redshift's own role is there.</summary>
    public async Task<string> ServiceRoleAsync(CancellationToken cancellationToken) => await _apis.Iam.HasRoleAsync("AWSServiceRoleForRedshift", cancellationToken)
        ? "AWSServiceRoleForRedshift is there"
        : "AWSServiceRoleForRedshift is not there yet: the first warehouse of the account makes it, for which the caller needs iam:CreateServiceLinkedRole";

    /// <summary>All of it.</summary>
    /// <param name="options">What is to be put up.</param>
    /// <param name="passedOver">Gets what could not be looked at.</param>
    /// <param name="cancellationToken">Ends asking.</param>
    /// <exception cref="ConfigurationException">All that is in the way, at once.</exception>
    public async Task CheckAsync(StackOptions options, Action<string> passedOver, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        foreach (var look in new[] { NetworkAsync, PublicAccessAsync })
        {
            try
            {
                await look(options, cancellationToken);
            }
            catch (ConfigurationException e)
            {
                problems.AddRange(e.Problems);
            }
            catch (StarliftException e) when (e.ExitCode == ExitCode.Access && AwsApiErrors.AnswerOf(e) is not null)
            {
                passedOver(e.Message);
            }
        }

        if (problems.Count > 0)
        {
            throw new ConfigurationException(problems);
        }
    }
}
