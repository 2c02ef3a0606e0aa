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

    /// <param name="prepare">Is given the target before the project's SQL is read, so that what opens it need not wait for that.</param>
    /// <exception cref="ConfigurationException">All problems of the project.</exception>
    public Project ReadProject(Action<TargetSettings>? prepare = null) => ProjectReader.Read(ProjectFolder, Overrides, KnownTargetTypes.All, (targets, usual) =>
    {
        if (prepare is not null && targets.FirstOrDefault(target => target.Name == (Target ?? usual)) is { } target)
        {
            prepare(target);
        }
    });
}
