using Starlift.Server.Sessions;
using Starlift.Server.Wire;

namespace Starlift.Server;

/// <summary>
/// What tests have a server do beside its work. A hook that throws a <see cref="ServerError"/> has it told to the client; an <see cref="IOException"/> ends the connection without a word.
/// </summary>
sealed class ServerHooks
{
    /// <summary>A client has come.</summary>
    public Action? Connected { get; init; }

    /// <summary>A client has said who it is and what it wants.</summary>
    public Action<Startup>? Started { get; init; }

    /// <summary>Of each statement.</summary>
    public StatementHooks? Statements { get; init; }
}
