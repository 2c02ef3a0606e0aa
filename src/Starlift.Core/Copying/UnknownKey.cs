namespace Starlift.Copying;

/// <summary>A key of records that no column takes.</summary>
/// <param name="Name">As the records write it, escapes decoded.</param>
/// <param name="Records">How many records that became rows have it.</param>
public sealed record UnknownKey(string Name, long Records);
