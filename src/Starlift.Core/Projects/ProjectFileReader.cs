using System.Text.RegularExpressions;
using Starlift.Errors;
using Starlift.Projects.Yaml;

namespace Starlift.Projects;

/// <summary>Reads starlift.yaml.</summary>
sealed partial class ProjectFileReader
{
    readonly YamlMapping _root;
    readonly IReadOnlyDictionary<string, YamlEntry> _entries;
    readonly List<Problem> _problems;

    ProjectFileReader(YamlMapping root, List<Problem> problems)
    {
        _root = root;
        _problems = problems;
        _entries = SettingsReader.Match(root, ProjectFolder.SettingsFileName, ProjectSettings.Root, problems);
    }

    /// <summary>Null where nothing of the file can be read; problems in parts of it leave the rest.</summary>
    public static ProjectFile? Read(ProjectFolder folder, ProjectOverrides overrides, IReadOnlyList<TargetType> types, List<Problem> problems)
    {
        var shown = folder.Shown(ProjectFolder.SettingsFileName);
        if (folder.ReadText(ProjectFolder.SettingsFileName, problems) is not { } text)
        {
            return null;
        }

        var before = problems.Count;
        switch (YamlFile.Read(shown, text, problems))
        {
            case YamlMapping root:
                return new ProjectFileReader(root, problems).Read(overrides, types);
            case null or YamlScalar { Text: null } when problems.Count == before:
                return new ProjectFileReader(new YamlMapping([], new SourcePlace(shown, 1, 1)), problems).Read(overrides, types);
            case { } other:
                problems.Add(new Problem($"the file is {other.Kind} where it must be a mapping", other.Place, "begin it with a line such as 'name: sparkify'"));
                return null;
            default:
                return null;
        }
    }

    ProjectFile Read(ProjectOverrides overrides, IReadOnlyList<TargetType> types)
    {
        var variables = Variables.Read(Mapping("vars"), overrides, _problems);
        var settings = new SettingsReader(variables, _problems);
        var name = ReadText("name", settings);
        if (name is not null && !NamePattern().IsMatch(name))
        {
            _problems.Add(new Problem($"'{name}' can't name a project", _entries["name"].Value.Place, "use letters, digits, - and _, a letter first"));
        }

        var targets = Mapping("targets") is { } section ? new TargetsReader(settings, types, _problems).Read(section) : [];
        return new ProjectFile
        {
            Name = name ?? "",
            Variables = variables,
            Targets = targets,
            DefaultTarget = ReadDefaultTarget(settings, targets),
            Cloud = Mapping("cloud") is { } cloud ? ReadCloud(cloud, settings) : null,
            History = ReadHistory(settings),
            Changed = ProjectSettings.ValueOf<ChangedObjects>(ReadText("changed", settings)),
            Vanished = ReadText("vanished", settings) is { } vanished ? ProjectSettings.ValueOf<VanishedObjects>(vanished) : null,
            UnknownKeys = ProjectSettings.ValueOf<UnknownKeys>(ReadText("unknown_keys", settings)),
            FilesArePrivate = ReadText("file_rights", settings) != ProjectSettings.RightsOfUmask,
        };
    }

    string ReadDefaultTarget(SettingsReader settings, IReadOnlyList<TargetSettings> targets)
    {
        var declared = Mapping("targets")?.Entries.Select(entry => entry.Key).ToList() ?? [];
        if (!_entries.TryGetValue("default_target", out var entry))
        {
            if (declared.Count > 1)
            {
                _problems.Add(new Problem(
                    $"the key 'default_target' is missing in {ProjectFolder.SettingsFileName}",
                    _root.Place,
                    $"there are several targets: name the one to use without --target, such as 'default_target: {declared[0]}'"));
            }

            return targets.Count > 0 ? targets[0].Name : "";
        }

        var name = ReadText("default_target", settings);
        if (name is not null && declared.Count > 0 && !declared.Contains(name))
        {
            _problems.Add(new Problem($"default_target names '{name}', which is not among the targets", entry.Value.Place, Suggestion.For(name, declared)));
        }

        return name ?? "";
    }

    HistoryLimit ReadHistory(SettingsReader settings)
    {
        if (ReadText("history", settings) is not { } text)
        {
            return HistoryLimit.Default;
        }

        if (HistoryLimit.TryRead(text) is { } limit)
        {
            return limit;
        }

        _problems.Add(new Problem($"'{text}' is no value for 'history'", _entries["history"].Value.Place, HistoryLimit.Form));
        return HistoryLimit.Default;
    }

    CloudSettings ReadCloud(YamlMapping section, SettingsReader settings)
    {
        var obstacles = new List<Problem>();
        var values = new Dictionary<string, IReadOnlyList<string>>();
        var entries = SettingsReader.Match(section, "cloud", ProjectSettings.Cloud, _problems);
        foreach (var definition in ProjectSettings.Cloud.Where(definition => entries.ContainsKey(definition.Name)))
        {
            if (settings.Read(definition, entries[definition.Name].Value, obstacles) is { } value)
            {
                values[definition.Name] = value;
            }
        }

        var cloud = new CloudSettings(values, section.Place)
        {
            Places = entries.ToDictionary(pair => pair.Key, pair => pair.Value.Value.Place),
            Obstacles = obstacles,
        };
        new CloudRules(cloud, _problems).Check();
        return cloud;
    }

    string? ReadText(string key, SettingsReader settings) => _entries.TryGetValue(key, out var entry)
        ? settings.Read(ProjectSettings.Root.Single(definition => definition.Name == key), entry.Value, _problems)?[0]
        : null;

    // The same section is asked for more than once: its wrong kind is reported once.
    YamlMapping? Mapping(string key)
    {
        var node = _entries.GetValueOrDefault(key)?.Value;
        var problem = node is null or YamlMapping ? null : new Problem($"'{key}' is {node.Kind} where it must be a mapping", node.Place, $"write '{key}:' and its keys below it, indented");
        if (problem is not null && !_problems.Contains(problem))
        {
            _problems.Add(problem);
        }

        return node as YamlMapping;
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]*\z")]
    private static partial Regex NamePattern();
}
