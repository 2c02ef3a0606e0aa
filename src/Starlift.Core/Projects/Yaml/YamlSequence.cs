namespace Starlift.Projects.Yaml;

sealed record YamlSequence(IReadOnlyList<YamlNode> Items, SourcePlace Place) : YamlNode(Place)
{
    public override string Kind => "a list";
}
