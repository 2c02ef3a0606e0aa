namespace Starlift.Cli.Settings;

/// <summary>How s3:// is read, and which folders of this machine.</summary>
/// <param name="Root">Full path of a folder in the place of S3; null for S3 itself.</param>
/// <param name="Profile">The AWS profile; null where none was typed.</param>
/// <param name="Region">The AWS region; null where none was typed.</param>
/// <param name="AllowedFolders">Full paths of folders that links, manifests and JSONPaths files may lead to besides the data folders.</param>
/// <param name="Log">Is told what a command waits for; null for nobody.</param>
sealed record S3Settings(string? Root, string? Profile, string? Region, IReadOnlyList<string> AllowedFolders, TextWriter? Log)
{
    /// <summary>S3 as the environment has it.</summary>
    public static S3Settings Default { get; } = new(null, null, null, [], null);
}
