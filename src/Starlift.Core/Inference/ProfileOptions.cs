namespace Starlift.Inference;

/// <summary>How much of the objects is looked at.</summary>
/// <param name="MostObjects">Of those that are there, spread over keys and sizes; at least 4.</param>
/// <param name="MostBytes">Decompressed, in all; of each object at least 256 KB, and at least one record.</param>
public sealed record ProfileOptions(int MostObjects = 64, long MostBytes = 64_000_000);
