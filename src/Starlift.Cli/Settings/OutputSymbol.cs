using System.CommandLine;
using Starlift.Errors;

namespace Starlift.Cli.Settings;

/// <summary>The option -o/--output of the commands that have results.</summary>
sealed class OutputSymbol
{
    const string EnvironmentName = "STARLIFT_OUTPUT";

    readonly IReadOnlyList<string> _allowed;

    /// <param name="allowed">The formats that the command can write; the first is the default.</param>
    public OutputSymbol(params IReadOnlyList<OutputFormat> allowed)
    {
        _allowed = [.. allowed.Select(format => format.ToString().ToLowerInvariant())];
        Option = new Option<string?>("--output", "-o")
        {
            Description = $"How the result is written [default: {_allowed[0]}]",
            HelpName = string.Join('|', _allowed),
        };
    }

    public Option<string?> Option { get; }

    /// <summary>The flag, else STARLIFT_OUTPUT, else the default.</summary>
    /// <exception cref="ConfigurationException">The value is none of those allowed.</exception>
    public OutputFormat Resolve(ParseResult parsed, Surroundings surroundings)
    {
        var typed = parsed.GetValue(Option);
        var value = typed ?? (surroundings.Environment(EnvironmentName) is { Length: > 0 } stated ? stated : _allowed[0]);
        return _allowed.Contains(value)
            ? Enum.Parse<OutputFormat>(value, ignoreCase: true)
            : throw new ConfigurationException(
                $"'{value}' is no value for {(typed is null ? EnvironmentName : "--output")}",
                hint: NearMiss.Hint(value, _allowed) ?? $"allowed: {string.Join(", ", _allowed)}");
    }
}
