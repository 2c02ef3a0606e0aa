namespace Starlift.Projects;

/// <summary>What starlift.yaml holds.</summary>
sealed record ProjectFile
{
    public required string Name { get; init; }

    public required Variables Variables { get; init; }

    public required IReadOnlyList<TargetSettings> Targets { get; init; }

    public required string DefaultTarget { get; init; }

    public required CloudSettings? Cloud { get; init; }

    public required HistoryLimit History { get; init; }

    public required ChangedObjects Changed { get; init; }

    public required VanishedObjects? Vanished { get; init; }

    public required UnknownKeys UnknownKeys { get; init; }

    public required bool FilesArePrivate { get; init; }
}
