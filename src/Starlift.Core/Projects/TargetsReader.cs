using Starlift.Errors;
using Starlift.Projects.Yaml;

namespace Starlift.Projects;

/// <summary>Reads the section 'targets'.</summary>
sealed class TargetsReader
{
    readonly SettingsReader _settings;
    readonly IReadOnlyList<TargetType> _types;
    readonly List<Problem> _problems;

    public TargetsReader(SettingsReader settings, IReadOnlyList<TargetType> types, List<Problem> problems)
    {
        _settings = settings;
        _types = types;
        _problems = problems;
    }

    /// <summary>The targets that could be read, in the order of the file.</summary>
    public IReadOnlyList<TargetSettings> Read(YamlMapping section)
    {
        if (section.Entries.Count == 0)
        {
            _problems.Add(new Problem("there is no target", section.Place, "declare one, such as 'local: { type: duckdb, path: out/sparkify.duckdb }'"));
        }

        return [.. section.Entries.Select(Read).OfType<TargetSettings>()];
    }

    TargetSettings? Read(YamlEntry entry)
    {
        if (entry.Value is not YamlMapping mapping)
        {
            _problems.Add(new Problem($"the target '{entry.Key}' is {entry.Value.Kind} where it must be a mapping", entry.Value.Place, "give it a type: 'type: duckdb'"));
            return null;
        }

        return ReadType(entry, mapping) is { } type ? ReadSettings(entry, mapping, type) : null;
    }

    TargetType? ReadType(YamlEntry entry, YamlMapping mapping)
    {
        if (mapping.Entries.FirstOrDefault(pair => pair.Key == "type") is not { } type)
        {
            _problems.Add(new Problem($"the key 'type' is missing in the target '{entry.Key}'", mapping.Place, $"allowed: {AllowedTypes}"));
            return null;
        }

        if (_settings.Read(ProjectSettings.TypeOfTarget, type.Value, _problems) is not [var name])
        {
            return null;
        }

        if (_types.FirstOrDefault(candidate => candidate.Name == name) is { } known)
        {
            return known;
        }

        _problems.Add(new Problem(
            $"the target '{entry.Key}' has the unknown type '{name}'", type.Value.Place, Suggestion.For(name, _types.Select(candidate => candidate.Name))));
        return null;
    }

    TargetSettings ReadSettings(YamlEntry entry, YamlMapping mapping, TargetType type)
    {
        var obstacles = new List<Problem>();
        var owner = $"the target '{entry.Key}' of type {type.Name}";
        var matched = SettingsReader.Match(mapping, owner, [ProjectSettings.TypeOfTarget, .. type.Settings], _problems);
        var values = new Dictionary<string, string>();
        foreach (var definition in type.Settings.Where(definition => matched.ContainsKey(definition.Name)))
        {
            if (_settings.Read(definition, matched[definition.Name].Value, obstacles) is [var value])
            {
                values[definition.Name] = value;
            }
        }

        CheckOneOf(type, owner, mapping);
        if (!type.Available)
        {
            obstacles.Insert(0, new Problem(
                $"the target '{entry.Key}' is of type {type.Name}, which this version of Starlift can't use yet",
                entry.Place,
                $"choose another with --target; this version has: {string.Join(", ", _types.Where(known => known.Available).Select(known => known.Name))}"));
        }

        return new TargetSettings(entry.Key, type.Name, values, entry.Place)
        {
            Places = matched.ToDictionary(pair => pair.Key, pair => pair.Value.Value.Place),
            Obstacles = obstacles,
        };
    }

    void CheckOneOf(TargetType type, string owner, YamlMapping mapping)
    {
        var stated = mapping.Entries.Where(entry => type.OneOf.Contains(entry.Key)).ToList();
        if (type.OneOf.Count > 0 && stated.Count == 0)
        {
            _problems.Add(new Problem($"{owner} states none of: {string.Join(", ", type.OneOf)}", mapping.Place, "state exactly one of them"));
        }
        else if (stated.Count > 1)
        {
            _problems.Add(new Problem($"{owner} states both '{stated[0].Key}' and '{stated[1].Key}'", stated[1].Place, "keep one of them"));
        }
    }

    string AllowedTypes => string.Join(", ", _types.Select(type => type.Name));
}
