using System.Text.RegularExpressions;
using Starlift.Errors;

namespace Starlift.Projects;

/// <summary>
/// Settings in the comment that a model's file begins with: lines "-- key: name". Other lines of the comment are the author's own, but for those
/// that nearly are a setting.
/// </summary>
static partial class ModelHeader
{
    const string NewestKey = "newest";

    /// <summary>The column of "-- newest: column"; null where there is none, or a problem was added.</summary>
    /// <param name="file">A model's.</param>
    /// <param name="table">The star table that it fills.</param>
    /// <param name="problems">Gets a problem where the column can't be used.</param>
    public static string? NewestIn(SqlFile file, Table table, List<Problem> problems)
    {
        string? newest = null;
        var source = file.Statements[0].Source;
        foreach (Match line in Setting().Matches(source.Text[..source.Start]))
        {
            var (key, name) = (line.Groups["key"].Value, line.Groups["name"].Value.ToLowerInvariant());
            var place = source.PlaceOf(line.Groups["key"].Index);
            if (key != NewestKey)
            {
                if (NearMiss.Hint(key, [NewestKey]) is { } hint)
                {
                    problems.Add(new Problem($"the file's header has an unknown key '{key}'", place, hint));
                }
            }
            else if (newest is not null)
            {
                problems.Add(new Problem("the file's header has 'newest' twice", place, "keep one of them"));
            }
            else if (Wrong(name, table) is { } wrong)
            {
                problems.Add(new Problem($"'newest' of a model names a column that tells which row of a key is the newest, and {name} of table {table.Name} {wrong}", place, Suggestion.For(name, Columns(table))));
            }
            else
            {
                newest = name;
            }
        }

        return newest;
    }

    static string? Wrong(string name, Table table) => table.Definition.Column(name) is not { } column ? "is none of its columns"
        : column.Identity is not null ? "is an IDENTITY column, whose values no model yields"
        : column.Type.Kind == Sql.SqlTypeKind.Super ? "is a SUPER, which has no order"
        : table.Key is { } key && key.Contains(name) ? "is a column of the key, and so the same in all of them"
        : null;

    static IEnumerable<string> Columns(Table table) => table.Definition.Columns.Select(column => column.Name).Where(name => Wrong(name, table) is null);

    [GeneratedRegex(@"^--[ \t]?(?<key>[a-z]+)[ \t]*:[ \t]*(?<name>[A-Za-z_][A-Za-z0-9_$]*)[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}
