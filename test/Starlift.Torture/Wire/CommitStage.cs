namespace Starlift.Torture.Wire;

/// <summary>Where a COMMIT is on its way.</summary>
enum CommitStage
{
    /// <summary>The client has sent it, the server has nothing of it.</summary>
    Seen,

    /// <summary>The server has it; whether it has answered is not known.</summary>
    Sent,

    /// <summary>The server has answered, the client has nothing of it.</summary>
    Answered,
}
