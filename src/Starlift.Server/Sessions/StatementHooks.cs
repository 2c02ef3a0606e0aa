namespace Starlift.Server.Sessions;

/// <summary>What tests have a session do beside a statement.</summary>
sealed class StatementHooks
{
    /// <summary>It is about to be executed.</summary>
    public Func<string, CancellationToken, Task>? Before { get; init; }

    /// <summary>It was executed, and its client does not know that yet.</summary>
    public Func<string, CancellationToken, Task>? After { get; init; }
}
