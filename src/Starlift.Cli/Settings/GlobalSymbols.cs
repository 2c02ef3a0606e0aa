using System.CommandLine;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Settings;

/// <summary>The options that every command has.</summary>
sealed class GlobalSymbols
{
    const string LogFormatName = "STARLIFT_LOG_FORMAT";

    static readonly IReadOnlyList<string> LogFormats = ["text", "json"];

    readonly Option<string?> _project = new("--project", "-p")
    {
        Description = "The project's folder [default: the current folder]",
        HelpName = "DIR",
        Recursive = true,
    };

    readonly Option<string?> _target = new("--target", "-t")
    {
        Description = "The target to work on [default: the project's default_target]",
        HelpName = "NAME",
        Recursive = true,
    };

    readonly Option<string[]> _vars = new("--var")
    {
        Description = "Gives a variable of the project a value; may be repeated",
        HelpName = "NAME=VALUE",
        Recursive = true,
        AllowMultipleArgumentsPerToken = false,
    };

    readonly Option<bool> _yes = new("--yes", "-y")
    {
        Description = "Does not ask before something is destroyed",
        Recursive = true,
    };

    readonly Option<string?> _logFormat = new("--log-format")
    {
        Description = "How progress, logs and errors are written to stderr [default: text]",
        HelpName = "text|json",
        Recursive = true,
    };

    public IReadOnlyList<Option> All => [_project, _target, _vars, _yes, _logFormat];

    /// <summary>The flag, else STARLIFT_LOG_FORMAT: whether logs are to be JSON. Of a command line that is wrong elsewhere too.</summary>
    /// <exception cref="ConfigurationException">The value is none of those allowed.</exception>
    public bool LogsJson(ParseResult parsed, Surroundings surroundings)
    {
        var typed = parsed.GetResult(_logFormat) is { Tokens: [var token, ..] } ? token.Value : null;
        var value = typed ?? (surroundings.Environment(LogFormatName) is { Length: > 0 } stated ? stated : LogFormats[0]);
        return LogFormats.Contains(value)
            ? value == LogFormats[1]
            : throw new ConfigurationException(
                $"'{value}' is no value for {(typed is null ? LogFormatName : "--log-format")}",
                hint: NearMiss.Hint(value, LogFormats) ?? $"allowed: {string.Join(", ", LogFormats)}");
    }

    /// <summary>What was typed so far of a command line that is not finished; what can't be understood yet is left out.</summary>
    public GlobalSettings ReadUnfinished(ParseResult parsed) => new(
        Typed(parsed, _project).LastOrDefault(),
        Typed(parsed, _target).LastOrDefault(),
        [.. Typed(parsed, _vars).Where(typed => typed.IndexOf('=') > 0).DistinctBy(typed => typed.Split('=')[0])],
        Yes: false);

    /// <summary>What was typed.</summary>
    public GlobalSettings Read(ParseResult parsed) => new(
        parsed.GetValue(_project), parsed.GetValue(_target), parsed.GetValue(_vars) ?? [], parsed.GetValue(_yes));

    static IEnumerable<string> Typed(ParseResult parsed, Option option) => parsed.GetResult(option)?.Tokens.Select(token => token.Value) ?? [];
}
