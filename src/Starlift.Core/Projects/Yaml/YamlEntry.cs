namespace Starlift.Projects.Yaml;

/// <param name="Key">As written.</param>
/// <param name="Place">Of the key.</param>
/// <param name="Value">What stands after the colon.</param>
sealed record YamlEntry(string Key, SourcePlace Place, YamlNode Value);
