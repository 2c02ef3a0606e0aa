using System.CommandLine;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Settings;

/// <summary>The options of the commands that read objects: --aws-profile, --region, --s3-root and --allow-folder.</summary>
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

    /// <summary>Of the option that commands have which read objects.</summary>
    public const string RootName = "--s3-root";

    readonly Option<string?> _root = new(RootName)
    {
        Description = "Reads s3://bucket/key from DIR/bucket/key",
        HelpName = "DIR",
    };

    readonly Option<string[]> _allowed = new("--allow-folder")
    {
        Description = "Lets links, manifests and JSONPaths files lead to files in DIR too; may be repeated",
        HelpName = "DIR",
    };

    public IReadOnlyList<Option> All => [_profile, _region, _root, _allowed];

    /// <summary>The flags; STARLIFT_S3_ROOT and STARLIFT_ALLOW_FOLDER where none is given.</summary>
    /// <exception cref="ConfigurationException">There is no folder to stand for S3, or none to allow.</exception>
    public S3Settings Resolve(ParseResult parsed, Surroundings surroundings) => new(
        RootOf(parsed.GetValue(_root) ?? surroundings.Environment("STARLIFT_S3_ROOT"), surroundings),
        parsed.GetValue(_profile),
        parsed.GetValue(_region),
        [.. AllowedOf(parsed, surroundings).Select(folder => FullPath(folder, surroundings, "to allow", "give --allow-folder a folder"))],
        surroundings.Terminal.Error);

    static string? RootOf(string? stated, Surroundings surroundings)
    {
        if (string.IsNullOrEmpty(stated))
        {
            return null;
        }

        return FullPath(stated, surroundings, "to stand for S3", "give --s3-root a folder that holds one folder a bucket");
    }

    string[] AllowedOf(ParseResult parsed, Surroundings surroundings) => parsed.GetValue(_allowed) is { Length: > 0 } typed
        ? typed
        : surroundings.Environment("STARLIFT_ALLOW_FOLDER")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];

    static string FullPath(string stated, Surroundings surroundings, string purpose, string hint)
    {
        var full = Path.GetFullPath(Path.Combine(surroundings.CurrentFolder, stated));
        return Directory.Exists(full) ? full : throw new ConfigurationException($"there is no folder {stated} {purpose}", hint: hint);
    }
}
