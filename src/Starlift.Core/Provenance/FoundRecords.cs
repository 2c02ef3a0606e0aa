using Starlift.Copying;

namespace Starlift.Provenance;

/// <summary>What the objects of a load hold of a key.</summary>
/// <param name="Origin">By which columns it was looked for.</param>
/// <param name="Count">How many records became rows that have it.</param>
/// <param name="Records">The first of these.</param>
/// <param name="Rejects">Records that could not be loaded and whose text has each of the key's values: it may have been one of them.</param>
/// <param name="Vanished">Objects that were loaded and are no longer there: what they hold can't be read.</param>
public sealed record FoundRecords(KeyOrigin Origin, long Count, IReadOnlyList<FoundRecord> Records, IReadOnlyList<Reject> Rejects, int Vanished);
