using Starlift.Sql;

namespace Starlift.Inference;

/// <summary>What a sample of objects says: all that tables, loads and models are made of.</summary>
sealed record DataProfile
{
    /// <summary>As COPY's FROM names the objects.</summary>
    public required string Prefix { get; init; }

    /// <summary>All that were listed, and what of them was looked at.</summary>
    public required long Objects { get; init; }

    /// <inheritdoc cref="Objects"/>
    public required long Sampled { get; init; }

    /// <summary>Decompressed bytes that were read.</summary>
    public required long Bytes { get; init; }

    public required Compression Compression { get; init; }

    /// <summary>Root values.</summary>
    public required PathProfile Root { get; init; }

    /// <summary>Names of partitions that keys state, as in day=2024-03-01/, with their values in the order of the keys.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Partitions { get; init; }

    /// <summary>The partitions as a load's header takes them, day={day}/; null where there are none, or not the same ones in each key.</summary>
    public required string? KeyPattern { get; init; }

    /// <summary>What is odd about the objects, a sentence each.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    public RecordShape Shape =>
        Root.Arrays > 0 ? RecordShape.RootArray
        : Root.Members is [{ Arrays: > 0, Scalars: 0, Objects: 0, Element.Objects: > 0 }] ? RecordShape.Envelope
        : RecordShape.Records;

    /// <summary>The records as people would count them: elements of the array where one is around them.</summary>
    public PathProfile Record => Shape switch
    {
        RecordShape.RootArray => Root.Element ?? Root,
        RecordShape.Envelope => Root.Members[0].Element!,
        _ => Root,
    };
}
