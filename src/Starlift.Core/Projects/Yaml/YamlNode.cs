namespace Starlift.Projects.Yaml;

/// <summary>One node of a YAML file, with the place of its first character.</summary>
abstract record YamlNode(SourcePlace Place)
{
    /// <summary>What a message calls it: "a value", "a list", "a mapping".</summary>
    public abstract string Kind { get; }
}
