namespace Starlift.History;

/// <summary>An object whose keys of a scope are known.</summary>
/// <param name="LoadId">The number of the COPY that loaded it.</param>
/// <param name="Part">Tells its keys from those of other objects of that COPY, and from those of another scope.</param>
/// <param name="Uri">Its name in the ledger.</param>
sealed record ScopedObject(long LoadId, long Part, string Uri);
