namespace Starlift.Projects;

/// <summary>A type of warehouse that a project's targets can name, described by its adapter.</summary>
/// <param name="Name">The value of the key 'type'.</param>
/// <param name="Meaning">One sentence for the documentation.</param>
/// <param name="Settings">The keys a target of this type may hold beside 'type'.</param>
public sealed record TargetType(string Name, string Meaning, IReadOnlyList<SettingDefinition> Settings)
{
    /// <summary>Settings of which a target states exactly one; empty where there is no such choice.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>False where a project may declare such a target but this build can't use it.</summary>
    public bool Available { get; init; } = true;
}
