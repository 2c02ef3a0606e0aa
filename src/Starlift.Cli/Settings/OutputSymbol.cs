using System.CommandLine;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Settings;

/// <summary>The options of the commands that have results: -o/--output and, of those that write CSV, --csv-safe.</summary>
sealed class OutputSymbol
{
    const string EnvironmentName = "STARLIFT_OUTPUT";

    readonly IReadOnlyList<string> _allowed;

    readonly Option<bool> _csvSafe = new("--csv-safe")
    {
        Description = "Writes CSV for spreadsheets: an apostrophe before a text that would be calculated as a formula",
    };

    /// <param name="allowed">The formats that the command can write; the first is the default.</param>
    public OutputSymbol(params IReadOnlyList<OutputFormat> allowed)
    {
        _allowed = [.. allowed.Select(format => format.ToString().ToLowerInvariant())];
        Option = new Option<string?>("--output", "-o")
        {
            Description = $"How the result is written [default: {_allowed[0]}]",
            HelpName = string.Join('|', _allowed),
        };
        All = allowed.Contains(OutputFormat.Csv) ? [Option, _csvSafe] : [Option];
    }

    public Option<string?> Option { get; }

    /// <summary>All that the command is to have.</summary>
    public IReadOnlyList<Option> All { get; }

    /// <summary>The flag, else STARLIFT_OUTPUT, else the default.</summary>
    /// <exception cref="ConfigurationException">The value is none of those allowed.</exception>
    public OutputFormat Resolve(ParseResult parsed, Surroundings surroundings)
    {
        var typed = parsed.GetValue(Option);
        var value = typed ?? (surroundings.Environment(EnvironmentName) is { Length: > 0 } stated ? stated : _allowed[0]);
        var format = _allowed.Contains(value)
            ? Enum.Parse<OutputFormat>(value, ignoreCase: true)
            : throw new ConfigurationException(
                $"'{value}' is no value for {(typed is null ? EnvironmentName : "--output")}",
                hint: NearMiss.Hint(value, _allowed) ?? $"allowed: {string.Join(", ", _allowed)}");
        if (!All.Contains(_csvSafe) || !parsed.GetValue(_csvSafe))
        {
            return format;
        }

        return format == OutputFormat.Csv
            ? OutputFormat.SafeCsv
            : throw new ConfigurationException($"--csv-safe says how CSV is written, and the result is written as {value}", hint: "add -o csv");
    }
}
