using System.CommandLine;
using Starlift.Aws.Apis;

namespace Starlift.Cli.Settings;

/// <summary>The options of the commands that handle a stack: --aws-profile and --region.</summary>
sealed class AwsSymbols
{
    readonly Option<string?> _profile = new("--aws-profile")
    {
        Description = "The AWS profile to act with [default: AWS_PROFILE, or the usual search]",
        HelpName = "NAME",
    };

    readonly Option<string?> _region = new("--region")
    {
        Description = "The AWS region of the warehouse [default: the project's, AWS_REGION, or the profile's]",
        HelpName = "REGION",
    };

    public IReadOnlyList<Option> All => [_profile, _region];

    /// <param name="parsed">What was typed.</param>
    /// <param name="region">The project's; null where it states none.</param>
    public AwsApiOptions Resolve(ParseResult parsed, string? region) => new()
    {
        Profile = parsed.GetValue(_profile),
        Region = parsed.GetValue(_region) ?? region,
    };
}
