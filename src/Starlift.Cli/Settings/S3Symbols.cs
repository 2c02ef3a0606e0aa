using System.CommandLine;
using Starlift.Errors;

namespace Starlift.Cli.Settings;

/// <summary>The options of the commands that read objects: --aws-profile, --region and --s3-root.</summary>
sealed class S3Symbols
{
    readonly Option<string?> _profile = new("--aws-profile")
    {
        Description = "The AWS profile to read S3 with [default: AWS_PROFILE, or the usual search]",
        HelpName = "NAME",
    };

    readonly Option<string?> _region = new("--region")
    {
        Description = "The AWS region to ask first [default: AWS_REGION, or the profile's]",
        HelpName = "REGION",
    };

    readonly Option<string?> _root = new("--s3-root")
    {
        Description = "Reads s3://bucket/key from DIR/bucket/key",
        HelpName = "DIR",
    };

    public IReadOnlyList<Option> All => [_profile, _region, _root];

    /// <summary>The flags; the root is STARLIFT_S3_ROOT's where none is given.</summary>
    /// <exception cref="ConfigurationException">There is no folder to stand for S3.</exception>
    public S3Settings Resolve(ParseResult parsed, Surroundings surroundings) => new(
        RootOf(parsed.GetValue(_root) ?? surroundings.Environment("STARLIFT_S3_ROOT"), surroundings),
        parsed.GetValue(_profile),
        parsed.GetValue(_region),
        surroundings.Terminal.Error);

    static string? RootOf(string? stated, Surroundings surroundings)
    {
        if (string.IsNullOrEmpty(stated))
        {
            return null;
        }

        var full = Path.GetFullPath(Path.Combine(surroundings.CurrentFolder, stated));
        return Directory.Exists(full)
            ? full
            : throw new ConfigurationException($"there is no folder {stated} to stand for S3", hint: "give --s3-root a folder that holds one folder a bucket");
    }
}
