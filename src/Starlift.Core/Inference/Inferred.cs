using Starlift.Objects;

namespace Starlift.Inference;

/// <summary>What objects say of the project that loads them.</summary>
public sealed record Inferred
{
    /// <summary>Proposed files: tables/, loads/ and, with a star, models/.</summary>
    public required IReadOnlyList<InferredFile> Files { get; init; }

    /// <summary>Names of the star tables that are proposed: dimensions, the fact, tables of arrays.</summary>
    public required IReadOnlyList<string> StarTables { get; init; }

    /// <summary>Statements that a staging table which is declared already needs for these objects; none where it holds them.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    /// <summary>What is odd about the objects, a sentence each.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>How many objects were listed.</summary>
    public required long Objects { get; init; }

    /// <summary>How many of them were looked at.</summary>
    public required long Sampled { get; init; }

    /// <summary>How many records were looked at.</summary>
    public required long Records { get; init; }

    /// <summary>Reads a sample of the objects and writes nothing.</summary>
    /// <param name="store">Where they are.</param>
    /// <param name="request">Which they are, and what is wanted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Errors.StarliftException">There are none, or one COPY can't load them.</exception>
    public static async Task<Inferred> OfAsync(IObjectStore store, InferenceRequest request, CancellationToken cancellationToken)
    {
        var profile = await new Profiler(store, request.Options).ProfileAsync(request.Prefix, cancellationToken);
        var staging = StagingTable.Of(request.StagingName, profile);
        var files = new StagingText(staging, request.From, $"{request.PathsFolder}/{request.StagingName}.jsonpaths").Files;
        var star = request.WithStar ? StarProposal.Of(request.Name, staging) : [];
        return new Inferred
        {
            Files = [.. files, .. star.SelectMany(StarText.FilesOf)],
            StarTables = [.. star.Select(table => table.Name)],
            Changes = request.Declared is { } declared ? TableChanges.Of(declared, staging) : [],
            Findings = profile.Findings,
            Objects = profile.Objects,
            Sampled = profile.Sampled,
            Records = profile.Record.Seen,
        };
    }
}
