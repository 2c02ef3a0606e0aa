using System.Text.RegularExpressions;
using Starlift.Errors;

namespace Starlift.Projects;

/// <summary>
/// Settings in the comment that a model's file begins with: lines "-- key: name" and "-- key: name, name". Other lines of the comment are the author's
/// own, but for those that nearly are a setting.
/// </summary>
sealed partial class ModelHeader
{
    const string NewestKey = "newest";
    const string ReplacesKey = "replaces";

    static readonly IReadOnlyList<string> Keys = [NewestKey, ReplacesKey];

    ModelHeader()
    {
    }

    /// <summary>The column of "-- newest: column"; null where there is none, or a problem was added.</summary>
    public string? Newest { get; private set; }

    /// <summary>The columns of "-- replaces: column, column"; none where there are none, or a problem was added.</summary>
    public IReadOnlyList<string> Replaces { get; private set; } = [];

    /// <summary>Where it says what is replaced; null where it does not.</summary>
    public SourcePlace? PlaceOfReplaces { get; private set; }

    /// <param name="file">A model's.</param>
    /// <param name="table">The star table that it fills.</param>
    /// <param name="problems">Gets a problem where a column can't be used.</param>
    public static ModelHeader Of(SqlFile file, Table table, List<Problem> problems)
    {
        var header = new ModelHeader();
        var source = file.Statements[0].Source;
        var seen = new HashSet<string>();
        foreach (Match line in Setting().Matches(source.Text[..source.Start]))
        {
            var key = line.Groups["key"].Value;
            var names = line.Groups["names"].Value.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries);
            var place = source.PlaceOf(line.Groups["key"].Index);
            if (!Keys.Contains(key))
            {
                if (NearMiss.Hint(key, Keys) is { } hint)
                {
                    problems.Add(new Problem($"the file's header has an unknown key '{key}'", place, hint));
                }
            }
            else if (!seen.Add(key))
            {
                problems.Add(new Problem($"the file's header has '{key}' twice", place, "keep one of them"));
            }
            else if (key == NewestKey)
            {
                header.ReadNewest(names, table, place, problems);
            }
            else
            {
                header.ReadReplaces(names, table, place, problems);
            }
        }

        return header;
    }

    void ReadNewest(string[] names, Table table, SourcePlace place, List<Problem> problems)
    {
        if (names.Length > 1)
        {
            problems.Add(new Problem($"'newest' of a model names one column, and {string.Join(", ", names)} are {names.Length}", place, "keep one of them"));
        }
        else if (WrongAsNewest(names[0], table) is { } wrong)
        {
            problems.Add(new Problem($"'newest' of a model names a column that tells which row of a key is the newest, and {names[0]} of table {table.Name} {wrong}", place, Suggestion.For(names[0], Columns(table, WrongAsNewest))));
        }
        else
        {
            Newest = names[0];
        }
    }

    void ReadReplaces(string[] names, Table table, SourcePlace place, List<Problem> problems)
    {
        PlaceOfReplaces = place;
        if (names.FirstOrDefault(name => WrongAsScope(name, table) is not null) is { } name)
        {
            problems.Add(new Problem(
                $"'replaces' of a model names columns of the key whose rows are replaced together, and {name} of table {table.Name} {WrongAsScope(name, table)}",
                place,
                Suggestion.For(name, Columns(table, WrongAsScope))));
        }
        else if (names.Distinct().Count() < names.Length)
        {
            problems.Add(new Problem("'replaces' of a model names a column twice", place, "keep one of them"));
        }
        else
        {
            Replaces = names;
        }
    }

    static string? WrongAsNewest(string name, Table table) => table.Definition.Column(name) is not { } column ? "is none of its columns"
        : column.Identity is not null ? "is an IDENTITY column, whose values no model yields"
        : column.Type.Kind == Sql.SqlTypeKind.Super ? "is a SUPER, which has no order"
        : table.Key is { } key && key.Contains(name) ? "is a column of the key, and so the same in all of them"
        : null;

    static string? WrongAsScope(string name, Table table) => table.Definition.Column(name) is null ? "is none of its columns"
        : table.Key is { } key && !key.Contains(name) ? $"is none of the key's, {string.Join(", ", key)}"
        : null;

    static IEnumerable<string> Columns(Table table, Func<string, Table, string?> wrong) =>
        table.Definition.Columns.Select(column => column.Name).Where(name => wrong(name, table) is null);

    [GeneratedRegex(@"^--[ \t]?(?<key>[a-z]+)[ \t]*:[ \t]*(?<names>[A-Za-z_][A-Za-z0-9_$]*(?:[ \t]*,[ \t]*[A-Za-z_][A-Za-z0-9_$]*)*)[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}
