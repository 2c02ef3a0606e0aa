using System.Globalization;
using System.Text;

namespace Starlift.Copying;

/// <summary>One JSONPath expression (Amazon Redshift: "COPY from JSON format"): names and indexes only, one path to one element.</summary>
sealed record JsonPath(string Text, IReadOnlyList<JsonPathStep> Steps)
{
    /// <summary>An index above this is taken for a mistake: no record of 4 MB has an element there.</summary>
    const int MaxIndex = 2 * 1024 * 1024;

    /// <summary>The top-level member of that name, as 'auto' finds it.</summary>
    public static JsonPath Member(string name) => new(name, [new JsonPathStep(Encoding.UTF8.GetBytes(name), 0)]);

    /// <summary>The whole record.</summary>
    public static JsonPath Whole { get; } = new("$", []);

    /// <summary>Which notation the names of the path use; null where it has no names.</summary>
    public bool? UsesDots { get; private init; }

    /// <summary>
    /// What a column is where the next step of its path finds nothing: NULL, or a reject if an element is still to come (Amazon
    /// Redshift: "Data format parameters").
    /// </summary>
    public static ValueKind MissingKind(ReadOnlySpan<JsonPathStep> rest)
    {
        foreach (var step in rest)
        {
            if (step.Name is null)
            {
                return ValueKind.MissingElement;
            }
        }

        return ValueKind.Missing;
    }

    /// <exception cref="FormatException">With a sentence about what is wrong where.</exception>
    public static JsonPath Parse(string text)
    {
        var steps = new List<JsonPathStep>();
        bool? dots = null;
        if (!text.StartsWith('$'))
        {
            throw new FormatException($"the JSONPath '{text}' does not begin with $");
        }

        var at = 1;
        while (at < text.Length)
        {
            if (text[at] == '.')
            {
                dots = Same(dots, true, text);
                var end = text.AsSpan(at + 1).IndexOfAny(".[]'") is var stop && stop < 0 ? text.Length : at + 1 + stop;
                steps.Add(Name(text, text[(at + 1)..end], at));
                at = end;
            }
            else if (text[at] == '[' && at + 1 < text.Length && text[at + 1] is '\'' or '"')
            {
                dots = Same(dots, false, text);
                var quote = text[at + 1];
                var end = text.IndexOf($"{quote}]", at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    throw new FormatException($"the JSONPath '{text}' has no {quote}] to end the name at character {at + 1}");
                }

                steps.Add(Name(text, text[(at + 2)..end], at));
                at = end + 2;
            }
            else if (text[at] == '[')
            {
                var end = text.IndexOf(']', at);
                if (end < 0
                    || !int.TryParse(text.AsSpan(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    || index > MaxIndex)
                {
                    throw new FormatException(
                        $"the JSONPath '{text}' has no name or index in the brackets at character {at + 1}; wildcards, slices and filters are not allowed");
                }

                steps.Add(new JsonPathStep(null, index));
                at = end + 1;
            }
            else
            {
                throw new FormatException($"the JSONPath '{text}' has an unexpected '{text[at]}' at character {at + 1}");
            }
        }

        return steps.Count <= RecordScanner.MaxDepth
            ? new JsonPath(text, steps) { UsesDots = dots }
            : throw new FormatException($"a JSONPath has {steps.Count} steps, and records are nested at most {RecordScanner.MaxDepth} levels deep");
    }

    static JsonPathStep Name(string text, string name, int at) => name is "" or "*"
        ? throw new FormatException($"the JSONPath '{text}' has no name at character {at + 2}; wildcards and recursion are not allowed")
        : new JsonPathStep(Encoding.UTF8.GetBytes(name), 0);

    static bool Same(bool? dots, bool now, string text) => dots is { } before && before != now
        ? throw new FormatException($"the JSONPath '{text}' mixes dot and bracket notation")
        : now;
}
