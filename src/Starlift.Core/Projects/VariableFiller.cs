using System.Text;
using System.Text.RegularExpressions;

namespace Starlift.Projects;

/// <summary>
/// Fills <c>${name}</c> and <c>${env:NAME}</c> in. A dollar sign in front keeps one as it is: <c>$${name}</c> gives <c>${name}</c>.
/// Anything else that begins with <c>${</c> is offered to the caller too, so that a slip never reaches a warehouse as text.
/// </summary>
static partial class VariableFiller
{
    /// <param name="text">The text as written.</param>
    /// <param name="valueOf">
    /// The value of a reference, given as written and with its 0-based index; null where it has none, which the caller has then
    /// reported: the reference stays as it is.
    /// </param>
    public static FilledText Fill(string text, Func<string, int, string?> valueOf)
    {
        var filled = new StringBuilder(text.Length);
        var fills = new List<Fill>();
        var end = 0;
        foreach (Match match in Reference().Matches(text))
        {
            if (ValueOf(match, valueOf) is not { } value)
            {
                continue;
            }

            filled.Append(text, end, match.Index - end);
            fills.Add(new Fill(match.Index, match.Length, filled.Length, value.Length));
            filled.Append(value);
            end = match.Index + match.Length;
        }

        return new FilledText(text, filled.Append(text, end, text.Length - end).ToString(), fills);
    }

    /// <summary>What stands between the braces of a well-formed reference, name or env:NAME; null where it is none.</summary>
    public static string? NameIn(string reference) =>
        WellFormed().Match(reference) is { Success: true } match ? match.Groups["name"].Value : null;

    static string? ValueOf(Match match, Func<string, int, string?> valueOf)
    {
        if (!match.Groups["escaped"].Success)
        {
            return valueOf(match.Value, match.Index);
        }

        // A dollar-quoted string may begin with a brace ($${"a": 1}$$): only what would be a reference is an escaped one.
        var reference = match.Value[1..];
        return NameIn(reference) is null ? null : reference;
    }

    [GeneratedRegex(@"(?<escaped>\$)?\$\{[^}\r\n]*\}?")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\$\{(?<name>(env:)?[A-Za-z_][A-Za-z0-9_]*)\}\z")]
    private static partial Regex WellFormed();
}
