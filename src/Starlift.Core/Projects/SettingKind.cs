namespace Starlift.Projects;

/// <summary>What a setting's value looks like.</summary>
public enum SettingKind
{
    Text,

    /// <summary>One of <see cref="SettingDefinition.Choices"/>.</summary>
    Choice,

    /// <summary>1 or more.</summary>
    WholeNumber,

    /// <summary>A number of bytes with its unit: 512MB, 2GB, 1.5GiB.</summary>
    Size,

    /// <summary>A whole number with its unit: 90s, 30m, 2h, 1d.</summary>
    Duration,

    /// <summary>Several texts: [a, b]; one text stands for a list of one.</summary>
    List,

    /// <summary>Keys with values of their own.</summary>
    Mapping,
}
