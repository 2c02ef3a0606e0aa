using System.Text.RegularExpressions;
using Starlift.Errors;
using Starlift.Projects.Yaml;
using Starlift.Secrets;

namespace Starlift.Projects;

/// <summary>A project's variables: --var, else STARLIFT_VAR_NAME, else the file.</summary>
sealed partial class Variables
{
    const string EnvironmentPrefix = "env:";

    /// <summary>A variable that refers to one that refers to one…; each takes room on the stack.</summary>
    const int Deepest = 100;

    /// <summary>Nobody reads on; each has its place looked up.</summary>
    const int MostProblems = 1_000;

    readonly Dictionary<string, string?> _values = [];
    readonly Dictionary<string, YamlEntry> _unread = [];
    readonly HashSet<string> _secret = [];
    readonly ProjectOverrides _overrides;
    readonly List<Problem> _problems;
    readonly FillLimit _limit = new();
    int _depth;
    bool _isOverLimit;

    Variables(ProjectOverrides overrides, List<Problem> problems)
    {
        _overrides = overrides;
        _problems = problems;
    }

    /// <summary>Those that have a value.</summary>
    public IReadOnlyDictionary<string, string> Values =>
        _values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!);

    /// <summary>The values of those that hold a secret, by their name or because of what they refer to.</summary>
    public IEnumerable<string> Secrets => _secret.Select(name => Values.GetValueOrDefault(name)).OfType<string>();

    /// <summary>The secrets that references in the text were filled in with.</summary>
    public static IEnumerable<string> SecretsIn(FilledText filled) => filled.Fills
        .Where(fill => VariableFiller.NameIn(filled.Original.Substring(fill.OriginalStart, fill.OriginalLength)) is { } name && SecretValues.AreIn(name))
        .Select(fill => filled.Text.Substring(fill.Start, fill.Length));

    /// <param name="section">The mapping 'vars'; null where the file has none.</param>
    /// <param name="overrides">What the caller adds.</param>
    /// <param name="problems">Gets whatever is wrong.</param>
    public static Variables Read(YamlMapping? section, ProjectOverrides overrides, List<Problem> problems)
    {
        var variables = new Variables(overrides, problems);
        foreach (var entry in section?.Entries ?? [])
        {
            variables.Declare(entry);
        }

        foreach (var name in section?.Entries.Select(entry => entry.Key) ?? [])
        {
            variables.ReadFromFile(name);
        }

        foreach (var name in overrides.Vars.Keys.Where(name => !variables._values.ContainsKey(name)))
        {
            problems.Add(new Problem($"--var {name}: the project has no variable of that name", Hint: variables.HintFor(name)));
        }

        return variables;
    }

    /// <summary>Fills the references of a text in.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="placeOf">The place of an index of the text, for messages.</param>
    /// <param name="obstacles">Gets environment variables that are not set; null where they are problems like any other.</param>
    public FilledText Fill(string text, Func<int, SourcePlace> placeOf, List<Problem>? obstacles = null) =>
        VariableFiller.Fill(text, (reference, index) =>
        {
            var value = ValueOf(reference, () => placeOf(index), obstacles ?? _problems);
            return value is null || _limit.Takes(value) ? value : OverLimit(FillLimit.Message, () => placeOf(index), FillLimit.Hint);
        });

    void Declare(YamlEntry entry)
    {
        if (!VariableName().IsMatch(entry.Key))
        {
            _problems.Add(new Problem($"'{entry.Key}' can't name a variable", entry.Place, "a name is letters, digits and _, and begins with none of the digits"));
        }

        if (SecretValues.AreIn(entry.Key))
        {
            _secret.Add(entry.Key);
        }

        var given = _overrides.Vars.GetValueOrDefault(entry.Key) ?? _overrides.Environment(EnvironmentNameOf(entry.Key));
        if (entry.Value is not YamlScalar scalar)
        {
            _problems.Add(new Problem($"the variable '{entry.Key}' is {entry.Value.Kind} where it must be one value", entry.Value.Place));
            _values[entry.Key] = given ?? "";
        }
        else if (given is not null)
        {
            _values[entry.Key] = IsPath(scalar.Text) ? FromCurrentFolder(given) : given;
        }
        else
        {
            _values[entry.Key] = null;
            _unread[entry.Key] = entry;
        }
    }

    // A value of the file may refer to variables that stand below it, so values are read on demand.
    void ReadFromFile(string name)
    {
        if (!_unread.Remove(name, out var entry) || entry.Value is not YamlScalar { Text: { } text })
        {
            return;
        }

        if (++_depth > Deepest)
        {
            OverLimit($"variables refer to each other more than {Deepest} deep", () => entry.Value.Place, "write one of the values out");
        }
        else
        {
            var filled = Fill(text, _ => entry.Value.Place);
            _values[name] = filled.Text;
            if (SecretsIn(filled).Any() || RefersTo(_secret, filled))
            {
                _secret.Add(name);
            }
        }

        _depth--;
    }

    static bool RefersTo(HashSet<string> names, FilledText filled) => filled.Fills.Any(
        fill => VariableFiller.NameIn(filled.Original.Substring(fill.OriginalStart, fill.OriginalLength)) is { } name && names.Contains(name));

    // Told once: what refers to the value can't have it either.
    string? OverLimit(string what, Func<SourcePlace> place, string hint)
    {
        if (!_isOverLimit)
        {
            _isOverLimit = true;
            _problems.Add(new Problem(what, place(), hint));
        }

        return null;
    }

    void Report(List<Problem> problems, string what, Func<SourcePlace> place, string? hint)
    {
        if (problems.Count < MostProblems && !_isOverLimit)
        {
            problems.Add(new Problem(what, place(), hint));
        }
    }

    string? ValueOf(string reference, Func<SourcePlace> place, List<Problem> obstacles)
    {
        if (VariableFiller.NameIn(reference) is not { } name)
        {
            Report(_problems, $"'{reference}' refers to no variable", place, "write ${name} or ${env:NAME}; $${name} stands for the text ${name}");
            return null;
        }

        if (name.StartsWith(EnvironmentPrefix, StringComparison.Ordinal))
        {
            return ValueOfEnvironment(name[EnvironmentPrefix.Length..], place, obstacles);
        }

        if (!_values.ContainsKey(name))
        {
            Report(_problems, $"the project has no variable '{name}'", place, HintFor(name));
            return null;
        }

        ReadFromFile(name);
        if (_values.GetValueOrDefault(name) is not { } value)
        {
            Report(
                _problems, $"the variable '{name}' has no value", place, $"give --var {name}=…, or set {EnvironmentNameOf(name)}; a variable can't refer to itself");
            return null;
        }

        return value;
    }

    string? ValueOfEnvironment(string name, Func<SourcePlace> place, List<Problem> obstacles)
    {
        var value = _overrides.Environment(name);
        if (value is null)
        {
            Report(obstacles, $"the environment variable {name} is not set", place, $"set it: export {name}=…");
        }

        return value;
    }

    string HintFor(string name) => NearMiss.Hint(name, _values.Keys)
        ?? $"declare it under vars in {ProjectFolder.SettingsFileName}";

    string FromCurrentFolder(string path) =>
        _overrides.CurrentFolder is not { } folder || path.Contains("://", StringComparison.Ordinal) || path.StartsWith('~') || path.Length == 0
            ? path
            : Path.GetFullPath(path, folder);

    static bool IsPath(string? text) => text is "." or ".." || (text is not null && PathStart().IsMatch(text));

    static string EnvironmentNameOf(string variable) => $"STARLIFT_VAR_{variable.ToUpperInvariant()}";

    [GeneratedRegex(@"^(\.{0,2}|~)/")]
    private static partial Regex PathStart();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex VariableName();
}
