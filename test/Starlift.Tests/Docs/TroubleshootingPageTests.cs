using System.Text;
using System.Text.RegularExpressions;

namespace Starlift.Tests.Docs;

/// <summary>docs/troubleshooting.md against the messages in the code.</summary>
public sealed partial class TroubleshootingPageTests
{
    [Fact]
    public void Every_message_of_the_page_stands_in_the_code()
    {
        var inCode = Repository.Files("src", "*.cs")
            .SelectMany(file => Text().Matches(Repository.Read(file)))
            .Select(match => Shown(match.Groups["text"].Value))
            .ToHashSet();
        var messages = Message().Matches(Repository.Read("docs/troubleshooting.md")).Select(match => match.Groups["message"].Value).ToList();
        Assert.True(messages.Count > 20, "the page lists its messages in tables");
        var unknown = messages.Where(message => !inCode.Contains(message)).ToList();
        Assert.Empty(unknown);
    }

    /// <summary>What is filled in is an ellipsis, however it is made; two such side by side are one.</summary>
    static string Shown(string literal)
    {
        var depth = 0;
        var shown = new StringBuilder();
        foreach (var character in literal.Replace("\\\"", "\"", StringComparison.Ordinal))
        {
            if (character == '{' && depth++ == 0 && (shown.Length == 0 || shown[^1] != '…'))
            {
                shown.Append('…');
            }

            if (depth == 0)
            {
                shown.Append(character);
            }

            depth -= character == '}' ? 1 : 0;
        }

        return shown.ToString();
    }

    // A text may hold expressions with texts of their own.
    [GeneratedRegex("""\$?"(?<text>(?:\\.|\{(?:[^{}"]|"(?:\\.|[^"\\])*"|\{[^{}]*\})*\}|[^"\\{])*)"(?!")""")]
    private static partial Regex Text();

    [GeneratedRegex(@"^\| `(?<message>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Message();
}
