namespace Starlift.Provenance;

/// <summary>A column of a key and what it is in the staging table.</summary>
/// <param name="Key">Of the star table.</param>
/// <param name="Staged">Of the staging table.</param>
public sealed record KeyOriginColumn(string Key, string Staged);
