namespace Starlift.Cases;

/// <summary>An error as the client was told it, without what names an account.</summary>
/// <param name="SqlState">Five characters; null for an engine that tells none.</param>
/// <param name="Message">Its text.</param>
/// <param name="Detail">Null where there is none.</param>
public sealed record FactError(string? SqlState, string Message, string? Detail = null);
