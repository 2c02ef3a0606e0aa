namespace Starlift.Server.Wire;

/// <summary>The SQLSTATEs that a server says of itself (PostgreSQL: "PostgreSQL error codes"). Those of SQL are with the binder.</summary>
static class WireStates
{
    public const string Ok = "00000";
    public const string ProtocolViolation = "08P01";
    public const string NotSupported = "0A000";
    public const string ActiveTransaction = "25001";
    public const string Aborted = "25P02";
    public const string UndefinedStatement = "26000";
    public const string InvalidAuthorization = "28000";
    public const string UndefinedPortal = "34000";
    public const string InvalidText = "22021";
    public const string InvalidBinary = "22P03";
    public const string DuplicateStatement = "42P05";
    public const string TooManyConnections = "53300";
    public const string Cancelled = "57014";
    public const string Terminated = "57P01";
    public const string Internal = "XX000";
}
