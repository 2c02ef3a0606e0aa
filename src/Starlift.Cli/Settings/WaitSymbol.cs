using System.CommandLine;
using System.Globalization;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Settings;

/// <summary>--wait: how long a command waits for a target that another run holds.</summary>
sealed class WaitSymbol
{
    public Option<string?> Option { get; } = new("--wait")
    {
        Description = "Waits so long for a run that holds the target, such as 90s, 30m or 2h [default: not at all]",
        HelpName = "DURATION",
    };

    /// <summary>The flag, else STARLIFT_WAIT, else zero.</summary>
    /// <exception cref="ConfigurationException">It is no duration.</exception>
    public TimeSpan Resolve(ParseResult parsed, Surroundings surroundings)
    {
        var typed = parsed.GetValue(Option) ?? surroundings.Environment("STARLIFT_WAIT");
        if (string.IsNullOrEmpty(typed))
        {
            return TimeSpan.Zero;
        }

        return int.TryParse(typed.AsSpan(0, typed.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000
            ? typed[^1] switch
            {
                's' => TimeSpan.FromSeconds(number),
                'm' => TimeSpan.FromMinutes(number),
                'h' => TimeSpan.FromHours(number),
                'd' => TimeSpan.FromDays(number),
                _ => throw Wrong(typed),
            }
            : throw Wrong(typed);
    }

    static ConfigurationException Wrong(string typed) =>
        new($"'{typed}' is no duration for --wait", hint: "write a whole number with its unit, such as 90s, 30m, 2h or 1d");
}
