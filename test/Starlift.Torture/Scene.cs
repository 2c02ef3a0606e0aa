namespace Starlift.Torture;

/// <summary>Where a moment happens.</summary>
/// <param name="Binary">Of Starlift.</param>
/// <param name="Site">The target.</param>
/// <param name="Folder">Project and database.</param>
/// <param name="Work">What Starlift is about.</param>
/// <param name="Usual">What that does else.</param>
/// <param name="Data">The folder of the folders that stand for S3.</param>
/// <param name="JsonLog">It is to tell its steps.</param>
/// <param name="JsonOutput">It is to tell its outcome as JSON.</param>
sealed record Scene(string Binary, Site Site, MomentFolder Folder, Work Work, Usual Usual, string Data, bool JsonLog, bool JsonOutput)
{
    public RunningStarlift Start() => new(Binary, Folder, ArgumentsOf(Work, Folder, Data, JsonLog, JsonOutput));

    public static IReadOnlyList<string> ArgumentsOf(Work work, MomentFolder folder, string data, bool jsonLog, bool jsonOutput) =>
    [
        .. work.Arguments,
        .. work == Work.Script ? [folder.Script] : Array.Empty<string>(),
        "-p", folder.Project,
        .. work.ReadsObjects ? ["--s3-root", Path.Combine(data, work.Data)] : Array.Empty<string>(),
        .. jsonLog ? ["--log-format", "json"] : Array.Empty<string>(),
        .. jsonOutput && work != Work.Script ? ["-o", "json"] : Array.Empty<string>(),
    ];
}
