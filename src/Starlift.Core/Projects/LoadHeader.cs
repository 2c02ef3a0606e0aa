using System.Text.RegularExpressions;
using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>
/// Settings in the comment that a load's file begins with: a line "-- keys: day={day}/". Other lines of the comment are the author's own.
/// </summary>
static partial class LoadHeader
{
    /// <summary>Null where the header names no columns that are taken from keys, or a problem was added.</summary>
    public static KeyPattern? KeysOf(CopyStatement copy, Table table, List<Problem> problems)
    {
        var found = Keys().Matches(copy.Source.Text[..copy.Source.Start]);
        if (found.Count == 0)
        {
            return null;
        }

        var place = copy.Source.PlaceOf(found[^1].Index);
        try
        {
            var keys = KeyPattern.Parse(found[^1].Groups["pattern"].Value.Trim());
            var wrong = found.Count > 1 ? new Problem("the file's header has 'keys' twice", place, "keep one of them")
                : copy.Columns is null ? new Problem($"a COPY whose load takes columns from keys lists its columns, without {string.Join(", ", keys.Columns)}", copy.PlaceOfName(copy.Table.Name), $"write: copy {copy.Table} ({string.Join(", ", Others(keys, table))})")
                : keys.Columns.Select(column => Wrong(column, copy, table) is { } what ? new Problem($"'keys' of a load names columns of its table that the COPY leaves out, and {column} {what}", place) : null).FirstOrDefault(problem => problem is not null);
            if (wrong is null)
            {
                return keys;
            }

            problems.Add(wrong);
        }
        catch (FormatException e)
        {
            problems.Add(new Problem($"'keys' of a load {e.Message}", place, "write it as the keys have it, such as -- keys: year={year}/month={month}/"));
        }

        return null;
    }

    static string? Wrong(string name, CopyStatement copy, Table table) => table.Definition.Column(name) is not { } column ? $"is no column of {table.Name}"
        : copy.Columns!.Contains(name) ? "is in its list"
        : column.NotNull ? "is NOT NULL, which Redshift holds the COPY to before the keys are known"
        : column.Default is not null ? "has a DEFAULT"
        : column.Type.Kind is SqlTypeKind.Super or SqlTypeKind.TimeTz or SqlTypeKind.Varbyte ? $"is of type {column.Type}"
        : null;

    static IEnumerable<string> Others(KeyPattern keys, Table table) => table.Definition.Columns.Where(column => column.Identity is null && !keys.Columns.Contains(column.Name)).Select(column => column.Name);

    [GeneratedRegex(@"^--[ \t]?keys[ \t]*:(?<pattern>.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Keys();
}
