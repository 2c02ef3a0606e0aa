namespace Starlift.Projects.Yaml;

/// <summary>A value, always as text: 2h, 007 and yes mean what their setting says, not what YAML guesses.</summary>
/// <param name="Text">Null for an empty value, ~ and null without quotes.</param>
/// <param name="Place">Of its first character.</param>
sealed record YamlScalar(string? Text, SourcePlace Place) : YamlNode(Place)
{
    public override string Kind => Text is null ? "nothing" : "a value";
}
