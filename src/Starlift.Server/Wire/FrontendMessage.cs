namespace Starlift.Server.Wire;

/// <summary>One message of a client's.</summary>
/// <param name="Type">Its letter; '\0' of the first one, which has none.</param>
/// <param name="Body">What follows its length.</param>
readonly record struct FrontendMessage(char Type, byte[] Body);
