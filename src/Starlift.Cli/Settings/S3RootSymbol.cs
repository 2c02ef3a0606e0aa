using System.CommandLine;
using Starlift.Errors;

namespace Starlift.Cli.Settings;

/// <summary>The option --s3-root of the commands that read objects.</summary>
sealed class S3RootSymbol
{
    public Option<string?> Option { get; } = new("--s3-root")
    {
        Description = "Reads s3://bucket/key from DIR/bucket/key",
        HelpName = "DIR",
    };

    /// <summary>The full path; null where neither the flag nor STARLIFT_S3_ROOT states one.</summary>
    /// <exception cref="ConfigurationException">There is no such folder.</exception>
    public string? Resolve(ParseResult parsed, Surroundings surroundings)
    {
        var stated = parsed.GetValue(Option) ?? surroundings.Environment("STARLIFT_S3_ROOT");
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
