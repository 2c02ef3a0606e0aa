using Starlift.Errors;
using Starlift.Projects;

namespace Starlift.Cli.Settings;

/// <summary>What holds for a command: flags, else the environment, else defaults. Immutable.</summary>
sealed record GlobalOptions
{
    /// <summary>As typed: messages show it.</summary>
    public required string ProjectFolder { get; init; }

    /// <summary>Null for the project's default target.</summary>
    public required string? Target { get; init; }

    public required ProjectOverrides Overrides { get; init; }

    /// <summary>Nobody need be asked.</summary>
    public required bool Yes { get; init; }

    /// <exception cref="ConfigurationException">All problems of the project.</exception>
    public Project ReadProject() => ProjectReader.Read(ProjectFolder, Overrides, KnownTargetTypes.All);
}
