namespace Starlift.Errors;

/// <summary>What the process tells its caller. The one table of exit codes; documentation and help are asserted against it.</summary>
public enum ExitCode
{
    /// <summary>Done, or nothing new.</summary>
    Done = 0,

    /// <summary>The run failed.</summary>
    RunFailed = 1,

    /// <summary>Usage or configuration.</summary>
    Usage = 2,

    /// <summary>Checks failed; nothing was published.</summary>
    ChecksFailed = 3,

    /// <summary>The reject limit was passed, or records could not be accounted for.</summary>
    Rejects = 4,

    /// <summary>Credentials, permission or network.</summary>
    Access = 5,

    /// <summary>Another run holds the lock.</summary>
    Locked = 6,

    /// <summary>Something billable remains.</summary>
    BillableRemains = 8,

    /// <summary>The result could not be written to stdout; stderr says what was done.</summary>
    Unwritten = 9,

    /// <summary>Interrupted; the state is consistent.</summary>
    Interrupted = 130,

    /// <summary>Whoever read the result stopped reading: as the shell tells it of other programs.</summary>
    ReaderGone = 141,
}
