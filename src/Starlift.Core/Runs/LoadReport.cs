using Starlift.Copying;
using Starlift.Sql;

namespace Starlift.Runs;

/// <summary>What a run did for one load.</summary>
public sealed record LoadReport
{
    public required string Name { get; init; }

    public required TableName Table { get; init; }

    /// <summary>Objects loaded: new and changed ones.</summary>
    public required int Objects { get; init; }

    /// <summary>Of these objects, as stored.</summary>
    public required long Bytes { get; init; }

    public required long Rows { get; init; }

    public required long Rejects { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Sentences for the user, as Redshift's COPY says them.</summary>
    public required IReadOnlyList<string> Messages { get; init; }

    /// <summary>What the rows do not hold of their records, and the way out, in one line; null where there is nothing to tell.</summary>
    public required string? Told { get; init; }

    /// <summary>The same as counts; null where the warehouse does not tell.</summary>
    public required CopyFindings? Findings { get; init; }
}
