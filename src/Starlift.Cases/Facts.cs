namespace Starlift.Cases;

/// <summary>What a cluster did, and which it was; docs/probe.md describes the file.</summary>
public sealed record Facts
{
    /// <summary>Of the file's form.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Of the Starlift that asked.</summary>
    public required string Starlift { get; init; }

    /// <summary>The day, UTC.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What version() gave.</summary>
    public required string Version { get; init; }

    /// <summary>serverless, provisioned or unknown.</summary>
    public required string Kind { get; init; }

    /// <summary>The partition of AWS that the region is in: aws, aws-cn, aws-us-gov; unknown where nothing tells.</summary>
    public required string Partition { get; init; }

    /// <summary>Everything that was to be executed was.</summary>
    public required bool Complete { get; init; }

    public IReadOnlyList<CaseFact> Cases { get; init; } = [];

    public IReadOnlyList<SqlFact> Sql { get; init; } = [];

    /// <summary>A cluster's own facts: what stands in for one says so in its version.</summary>
    public bool AreOfRedshift => Version.Contains("Redshift ", StringComparison.Ordinal) && !Version.Contains("Starlift", StringComparison.Ordinal);
}
