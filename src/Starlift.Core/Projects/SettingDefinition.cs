namespace Starlift.Projects;

/// <summary>One key that a project file may hold: what reading checks against and what the documentation lists.</summary>
/// <param name="Name">The key.</param>
/// <param name="Meaning">One phrase for the documentation: what the value says or does, and its trade-off.</param>
public sealed record SettingDefinition(string Name, string Meaning)
{
    public SettingKind Kind { get; init; }

    /// <summary>What holds where the key is absent, as the documentation says it; null where there is none.</summary>
    public string? Default { get; init; }

    public bool Required { get; init; }

    /// <summary>The value must not be shown in messages, logs or plans.</summary>
    public bool Secret { get; init; }

    /// <summary>The allowed values of a <see cref="SettingKind.Choice"/>; else empty.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
