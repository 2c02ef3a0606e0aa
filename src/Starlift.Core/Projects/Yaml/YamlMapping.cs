namespace Starlift.Projects.Yaml;

/// <param name="Entries">In the order of the file; the first of duplicate keys only.</param>
/// <param name="Place">Of its first character.</param>
sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, SourcePlace Place) : YamlNode(Place)
{
    public override string Kind => "a mapping";
}
