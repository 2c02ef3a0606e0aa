namespace Starlift.Torture.Harms;

/// <summary>What is done when a COMMIT comes by.</summary>
enum CommitDeed
{
    /// <summary>It is held for a while.</summary>
    Hold,

    /// <summary>The connection is cut.</summary>
    Drop,

    /// <summary>The connection is cut amid the message.</summary>
    DropHalf,

    /// <summary>The connection is cut, and the message arrives a while later.</summary>
    DropLate,

    /// <summary>The process is killed or told to stop while the message is held.</summary>
    Strike,

    /// <summary>The server is killed.</summary>
    KillServer,

    /// <summary>The server's process for this client is killed.</summary>
    KillSession,
}
