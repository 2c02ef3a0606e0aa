namespace Starlift.Errors;

/// <summary>What each <see cref="ExitCode"/> means, in the words of the documentation and of every command's help.</summary>
public static class ExitCodes
{
    /// <summary>One sentence with its full stop.</summary>
    public static string Meaning(this ExitCode code) => code switch
    {
        ExitCode.Done => "Done, or nothing new.",
        ExitCode.RunFailed => "The run failed.",
        ExitCode.Usage => "Usage or configuration.",
        ExitCode.ChecksFailed => "Checks failed; nothing was published.",
        ExitCode.Rejects => "The reject limit was passed, or records could not be accounted for.",
        ExitCode.Access => "Credentials, permission or network.",
        ExitCode.Locked => "Another run holds the lock.",
        ExitCode.BillableRemains => "Something billable remains.",
        ExitCode.Unwritten => "The result could not be written to stdout; stderr says what was done.",
        ExitCode.Interrupted => "Interrupted; the state is consistent.",
        ExitCode.ReaderGone => "Whoever read the result stopped reading.",
        _ => throw new InvalidOperationException($"unknown exit code {code}"),
    };
}
