using Starlift.Copying;
using Starlift.Errors;
using Starlift.Projects;

namespace Starlift.Runs;

/// <summary>What is said of a load that has lost something of its records without refusing them, each with its way out.</summary>
static class LoadFindings
{
    const int MostNames = 5;
    const int LongestName = 60;

    /// <summary>One line; null where there is nothing to say.</summary>
    /// <param name="project">Says what is made of keys that no column takes.</param>
    /// <param name="load">What was loaded.</param>
    /// <param name="result">What came of it.</param>
    public static string? Of(Project project, Load load, CopyResult result) => Together(PartsOf(
        result,
        ReadAgain(project, load),
        project.UnknownKeys == UnknownKeys.Allow ? null : "add a column or a path, or set unknown_keys: allow in starlift.yaml"));

    /// <summary>The same of a COPY that is no project's.</summary>
    /// <param name="result">What came of it.</param>
    public static string? Of(CopyResult result) => Together(PartsOf(result, "run it again", "add a column or a path for what is wanted"));

    /// <summary>Where the project says that keys which no column takes fail a run.</summary>
    /// <exception cref="RejectsException">There are some.</exception>
    public static void ThrowIfUnknown(Project project, Load load, CopyResult result)
    {
        if (project.UnknownKeys == UnknownKeys.Fail && result.Findings is { HasUnknownKeys: true } findings)
        {
            throw new RejectsException(new Problem(
                $"load {load.Name} has no column for {KeysOf(findings)}, and unknown_keys is 'fail'",
                load.Copy.Source.PlaceOf(load.Copy.Source.Start),
                "add a column or a path for each, or set unknown_keys: warn in starlift.yaml"));
        }
    }

    static string? Together(IEnumerable<string> parts) => string.Join("; ", parts) is { Length: > 0 } told ? told : null;

    /// <param name="result">What came of a COPY.</param>
    /// <param name="again">How its objects are read again once it is mended.</param>
    /// <param name="keys">What is to be done about keys that no column takes; null where they are not told.</param>
    static IEnumerable<string> PartsOf(CopyResult result, string again, string? keys)
    {
        var records = result.Objects.Sum(counts => counts.Records);
        if (records > 0 && result.Objects.Sum(counts => counts.Rows) == 0)
        {
            yield return $"no row came of {Count(records, "record")}: starlift rejects shows why; mend the COPY, then {again}";
        }

        if (result.Findings is not { } findings)
        {
            yield break;
        }

        if (findings.HasUnknownKeys && keys is not null)
        {
            yield return $"no column takes {KeysOf(findings)}: {keys}";
        }

        var isEmpty = findings.EmptyRows > 0 && findings.EmptyRows == findings.Rows;
        if (findings.EmptyRows > 0)
        {
            yield return $"no column has a value in {Count(findings.EmptyRows, "row")} of {findings.Rows}"
                + (isEmpty ? $": the COPY finds nothing where its records have it; mend it, then {again}" : "");
        }

        if (!isEmpty && findings.NullColumns.Count > 0)
        {
            yield return $"NULL in every row: {Names(findings.NullColumns)}";
        }

        if (findings.LostDigits.Count > 0)
        {
            yield return $"digits were cut off in {string.Join(", ", findings.LostDigits.Take(MostNames).Select(lost => $"{lost.Column} ({Count(lost.Values, "value")})"))}: "
                + "ROUNDEC in the COPY rounds them, and a DECIMAL of a larger scale keeps them";
        }
    }

    static string ReadAgain(Project project, Load load)
    {
        var models = project.Models.Where(model => model.Reads.Contains(load.Copy.Table)).Select(model => $"--rebuild {model.Name}").ToList();
        return $"starlift run {(models.Count == 0 ? "--full-refresh" : string.Join(' ', models))} reads the objects again";
    }

    static string KeysOf(CopyFindings findings)
    {
        var keys = findings.UnknownKeys.Take(MostNames).Select(key => $"{Shown(key.Name)} ({Count(key.Records, "record")})").ToList();
        var more = findings.UnknownKeys.Count - keys.Count;
        return $"the {(findings.UnknownKeys.Count == 1 ? "key" : "keys")} {string.Join(", ", keys)}"
            + (findings.RecordsWithOtherKeys > 0 || more > 0 ? $" and {(findings.RecordsWithOtherKeys > 0 ? "many" : more)} more" : "");
    }

    static string Names(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");

    static string Shown(string key) => key.Length > LongestName ? $"{key[..LongestName]}…" : key;

    static string Count(long count, string what) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
