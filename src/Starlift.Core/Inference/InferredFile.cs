namespace Starlift.Inference;

/// <summary>A file that is proposed.</summary>
/// <param name="Path">Relative to the project's folder, or to that of the objects for a JSONPaths file.</param>
/// <param name="Text">Its content.</param>
/// <param name="BesideObjects">It belongs where the objects are, because COPY reads it there.</param>
public sealed record InferredFile(string Path, string Text, bool BesideObjects = false);
