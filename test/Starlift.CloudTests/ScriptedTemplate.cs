using YamlDotNet.RepresentationModel;

namespace Starlift.CloudTests;

/// <summary>A template as CloudFormation reads it to find what a change touches.</summary>
sealed class ScriptedTemplate
{
    readonly YamlMappingNode _root;
    readonly HashSet<string> _parameters;

    public ScriptedTemplate(string body)
    {
        using var reader = new StringReader(body);
        var stream = new YamlStream();
        stream.Load(reader);
        _root = (YamlMappingNode)stream.Documents[0].RootNode;
        _parameters = [.. ((YamlMappingNode)_root["Parameters"]).Children.Keys.Select(key => key.ToString())];
    }

    /// <summary>The parameters that the properties of a resource are made of, through conditions too.</summary>
    public IReadOnlySet<string> ParametersOf(string resource) => Mentioned(_root["Resources"][resource]["Properties"]).ToHashSet();

    IEnumerable<string> Mentioned(YamlNode node)
    {
        var conditions = (YamlMappingNode)_root["Conditions"];
        foreach (var text in node.AllNodes.OfType<YamlScalarNode>().Select(scalar => scalar.Value ?? ""))
        {
            foreach (var parameter in _parameters.Where(name => text == name || text.Contains($"${{{name}}}", StringComparison.Ordinal)))
            {
                yield return parameter;
            }

            if (conditions.Children.TryGetValue(text, out var condition))
            {
                foreach (var parameter in Mentioned(condition))
                {
                    yield return parameter;
                }
            }
        }
    }
}
