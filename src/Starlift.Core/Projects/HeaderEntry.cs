namespace Starlift.Projects;

/// <summary>One setting of a <see cref="HeaderComment"/>.</summary>
/// <param name="Key">In lower case.</param>
/// <param name="Value">Never empty; lines are joined by a blank.</param>
/// <param name="Place">Where the key stands.</param>
sealed record HeaderEntry(string Key, string Value, SourcePlace Place);
