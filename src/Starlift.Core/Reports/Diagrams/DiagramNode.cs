namespace Starlift.Reports.Diagrams;

/// <summary>A box of a diagram.</summary>
/// <param name="Name">Tells it from the others.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
sealed record DiagramNode(string Name, double Width, double Height);
