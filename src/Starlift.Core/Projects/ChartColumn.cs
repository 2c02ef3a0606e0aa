namespace Starlift.Projects;

/// <summary>The column that a chart takes something from.</summary>
/// <param name="Name">As the file's header names it, in lower case.</param>
/// <param name="Place">Where it does, for messages.</param>
public sealed record ChartColumn(string Name, SourcePlace Place);
