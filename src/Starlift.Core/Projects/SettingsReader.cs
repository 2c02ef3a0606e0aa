using Starlift.Errors;
using Starlift.Projects.Yaml;

namespace Starlift.Projects;

/// <summary>Reads a mapping against the definitions of its keys.</summary>
sealed class SettingsReader
{
    readonly Variables _variables;
    readonly List<Problem> _problems;

    public SettingsReader(Variables variables, List<Problem> problems)
    {
        _variables = variables;
        _problems = problems;
    }

    /// <summary>The entries whose keys are defined; reports unknown keys, missing keys and keys without a value.</summary>
    /// <param name="mapping">What the file holds.</param>
    /// <param name="owner">How messages call the mapping, "the target 'local'".</param>
    /// <param name="definitions">The keys it may hold.</param>
    /// <param name="problems">Gets whatever is wrong.</param>
    public static IReadOnlyDictionary<string, YamlEntry> Match(
        YamlMapping mapping, string owner, IReadOnlyList<SettingDefinition> definitions, List<Problem> problems)
    {
        var matched = new Dictionary<string, YamlEntry>();
        foreach (var entry in mapping.Entries)
        {
            if (!definitions.Any(definition => definition.Name == entry.Key))
            {
                problems.Add(new Problem(
                    $"unknown key '{entry.Key}' in {owner}", entry.Place, Suggestion.For(entry.Key, definitions.Select(definition => definition.Name))));
            }
            else if (entry.Value is YamlScalar { Text: null })
            {
                problems.Add(new Problem($"the key '{entry.Key}' of {owner} has no value", entry.Place, "give it one, or remove the key"));
            }
            else
            {
                matched[entry.Key] = entry;
            }
        }

        foreach (var missing in definitions.Where(definition => definition.Required && mapping.Entries.All(entry => entry.Key != definition.Name)))
        {
            problems.Add(new Problem($"the key '{missing.Name}' is missing in {owner}", mapping.Place, $"add it: {missing.Meaning}"));
        }

        return matched;
    }

    /// <summary>The value of a setting, variables filled in and checked against its kind; null, with a problem added, where it is wrong.</summary>
    /// <param name="definition">What the value must look like.</param>
    /// <param name="node">What the file holds.</param>
    /// <param name="obstacles">Gets environment variables that are not set.</param>
    public IReadOnlyList<string>? Read(SettingDefinition definition, YamlNode node, List<Problem> obstacles)
    {
        if (node is YamlScalar { Text: { } text })
        {
            return ReadText(definition, text, node.Place, obstacles) is { } value ? [value] : null;
        }

        if (node is YamlSequence sequence && definition.Kind == SettingKind.List)
        {
            var values = sequence.Items.Select(item => Read(definition, item, obstacles)).ToList();
            return values.Contains(null) ? null : [.. values.SelectMany(item => item!)];
        }

        _problems.Add(new Problem(
            $"'{definition.Name}' is {node.Kind} where it must be {(definition.Kind == SettingKind.List ? "a list of values" : "one value")}", node.Place));
        return null;
    }

    string? ReadText(SettingDefinition definition, string text, SourcePlace place, List<Problem> obstacles)
    {
        var before = _problems.Count + obstacles.Count;
        var value = _variables.Fill(text, _ => place, obstacles).Text;
        if (_problems.Count + obstacles.Count > before)
        {
            return null;
        }

        if (SettingValue.Fault(definition, value) is { } fault)
        {
            var shown = definition.Secret ? "***" : value;
            _problems.Add(new Problem($"'{shown}' is no value for '{definition.Name}'", place, fault));
            return null;
        }

        return value;
    }
}
