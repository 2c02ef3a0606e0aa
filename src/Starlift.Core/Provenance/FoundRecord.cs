namespace Starlift.Provenance;

/// <summary>A record that has a key, where it stands, and what became of its object.</summary>
public sealed record FoundRecord
{
    /// <summary>As the ledger names it.</summary>
    public required string Object { get; init; }

    /// <summary>1-based line of the object, decompressed, on which the record begins.</summary>
    public required long Line { get; init; }

    /// <summary>As it stands in the object.</summary>
    public required string Text { get; init; }

    /// <summary>The staged columns that the models filter by, with their values.</summary>
    public required IReadOnlyList<(string Column, string Value)> FilteredBy { get; init; }

    /// <summary>The ledger knows the object.</summary>
    public bool IsLoaded { get; init; }

    /// <summary>It was loaded in another version than it is now.</summary>
    public bool IsChanged { get; init; }

    /// <summary>The run that loaded it last; null where nobody knows.</summary>
    public long? Run { get; init; }
}
