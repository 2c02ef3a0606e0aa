namespace Starlift.Server.Wire;

/// <summary>What a client is told in an ErrorResponse.</summary>
/// <param name="state">The SQLSTATE.</param>
/// <param name="message">As Redshift says it.</param>
/// <param name="position">The character of the statement, counted from 1; 0 where there is none.</param>
/// <param name="hint">The way out; null where the message says it.</param>
/// <param name="isFatal">The connection ends with it.</param>
sealed class ServerError(string state, string message, int position = 0, string? hint = null, bool isFatal = false) : Exception(message)
{
    public string State => state;

    public int Position => position;

    public string? Hint => hint;

    public bool IsFatal => isFatal;

    /// <summary>A message does not fit the statement that it names; the session goes on.</summary>
    public static ServerError OfStatement(string message) => new(WireStates.ProtocolViolation, message);

    /// <summary>What the client sent is no message of the protocol.</summary>
    public static ServerError OfProtocol(string message) => new(WireStates.ProtocolViolation, message, isFatal: true);
}
