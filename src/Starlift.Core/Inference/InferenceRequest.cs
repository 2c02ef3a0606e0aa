using Starlift.Sql;

namespace Starlift.Inference;

/// <summary>What is to be inferred from which objects.</summary>
public sealed record InferenceRequest
{
    /// <summary>The objects, as the store lists them: s3://bucket/prefix or the beginning of a full path.</summary>
    public required string Prefix { get; init; }

    /// <summary>The same as the COPY is to say it, variables included.</summary>
    public required string From { get; init; }

    /// <summary>The folder in which the COPY looks for a JSONPaths file, as it is to say it.</summary>
    public required string PathsFolder { get; init; }

    /// <summary>What the records are called: orders makes staging_orders.</summary>
    public required string Name { get; init; }

    /// <summary>A star is proposed too.</summary>
    public required bool WithStar { get; init; }

    /// <summary>The staging table as the project declares it already; null where it does not.</summary>
    public CreateTable? Declared { get; init; }

    public ProfileOptions Options { get; init; } = new();

    /// <summary>Of the staging table and its files.</summary>
    public string StagingName => $"staging_{Name}";
}
