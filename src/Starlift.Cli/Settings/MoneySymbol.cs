using System.CommandLine;
using System.Globalization;
using Starlift.Errors;

namespace Starlift.Cli.Settings;

/// <summary>The option --max-cost.</summary>
sealed class MoneySymbol
{
    public Option<string?> Option { get; } = new("--max-cost")
    {
        Description = "Refuses where the warehouse may cost more than this until it deletes itself",
        HelpName = "USD",
    };

    /// <summary>Null where nothing was typed.</summary>
    /// <exception cref="ConfigurationException">It is no amount.</exception>
    public decimal? Resolve(ParseResult parsed) => Read(parsed.GetValue(Option));

    /// <param name="typed">Null where nothing was.</param>
    /// <exception cref="ConfigurationException">It is no amount.</exception>
    public static decimal? Read(string? typed) => typed is null ? null
        : decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount
        : throw new ConfigurationException($"'{typed}' is no amount for --max-cost", hint: "US dollars, such as 5 or 0.50");
}
