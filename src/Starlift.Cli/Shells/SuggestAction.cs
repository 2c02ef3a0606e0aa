using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using Starlift.Cli.Terminals;

namespace Starlift.Cli.Shells;

/// <summary>
/// Answers [suggest:N] "command line", which the scripts of <see cref="Shell"/> ask: what may stand at the line's Nth character, a line
/// each. Whatever the line is, it answers, be it with nothing: a shell then completes files.
/// </summary>
sealed class SuggestAction(Directive directive) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var line = parseResult.Tokens.LastOrDefault(token => token.Type == TokenType.Argument)?.Value ?? "";
        var stated = parseResult.GetResult(directive) is { Values: [.., var last] } ? last : null;
        var position = int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, line.Length) : line.Length;
        foreach (var suggestion in Of(parseResult.RootCommandResult.Command, line[..position]))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(suggestion);
        }

        return 0;
    }

    static List<string> Of(Command root, string line)
    {
        var word = line[(line.LastIndexOf(' ') + 1)..];
        if (word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=') is > 0 and var equals)
        {
            // The parser completes a value only where it stands alone.
            line = $"{line[..^word.Length]}{word[..equals]} {word[(equals + 1)..]}";
            word = word[(equals + 1)..];
        }

        var parsed = root.Parse(line);
        var all = parsed.GetCompletions(line.Length)
            .Select(item => item.InsertText ?? item.Label)
            .Where(text => text.Length > 0 && !text.EnumerateRunes().Any(VisibleText.IsHidden) && text.StartsWith(word, StringComparison.Ordinal) && !text.StartsWith('/'))
            .ToList();
        var values = all.Where(text => !text.StartsWith('-')).ToList();
        return word.Length > 0 ? all : values.Count > 0 || parsed.CommandResult.Command.Arguments.Count > 0 ? values : all;
    }
}
