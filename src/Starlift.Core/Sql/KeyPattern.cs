using System.Text;
using System.Text.RegularExpressions;

namespace Starlift.Sql;

/// <summary>
/// Which columns of a load are taken from the keys of its objects: day={day}/ or AWSLogs/{account}/CloudTrail/{region}/. A name in braces stands for one or more
/// characters other than /, and {_} for some that no column takes; the pattern begins at the key's start or behind a /.
/// </summary>
public sealed partial class KeyPattern
{
    /// <summary>What Hive writes for no value.</summary>
    const string NoValue = "__HIVE_DEFAULT_PARTITION__";

    readonly Regex _regex;

    KeyPattern(string text, IReadOnlyList<string> columns, Regex regex)
    {
        Text = text;
        Columns = columns;
        _regex = regex;
    }

    /// <summary>As the user wrote it.</summary>
    public string Text { get; }

    /// <summary>In lower case, each once.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <exception cref="FormatException">With a sentence about what is wrong.</exception>
    public static KeyPattern Parse(string text)
    {
        var columns = new List<string>();
        var regex = new StringBuilder("(?:^|/)");
        var at = 0;
        foreach (Match part in Part().Matches(text))
        {
            regex.Append(Regex.Escape(text[at..part.Index]));
            at = part.Index + part.Length;
            var name = part.Groups[1].Value.ToLowerInvariant();
            if (name == "_")
            {
                regex.Append("[^/]+");
                continue;
            }

            if (columns.Contains(name))
            {
                throw new FormatException($"names {name} twice");
            }

            columns.Add(name);
            regex.Append($"(?<{name}>[^/]+)");
        }

        regex.Append(Regex.Escape(text[at..]));
        return columns.Count == 0 || text[at..].AsSpan().ContainsAny('{', '}')
            ? throw new FormatException("names no column in braces, as day={day}/ does")
            : new KeyPattern(text, columns, new Regex(regex.ToString(), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));
    }

    /// <summary>A value a column, null where the key says that it has none; null where the pattern is not in the key.</summary>
    /// <param name="uri">Of the object.</param>
    public IReadOnlyList<string?>? ValuesOf(string uri) => _regex.Match(uri) is { Success: true } match
        ? [.. Columns.Select(column => match.Groups[column].Value is NoValue ? null : Uri.UnescapeDataString(match.Groups[column].Value))]
        : null;

    public override string ToString() => Text;

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Part();
}
