using System.CommandLine;
using Starlift.Errors;
using Starlift.Projects;

namespace Starlift.Cli.Settings;

/// <summary>Reads what was typed for a duration.</summary>
static class DurationSymbol
{
    /// <param name="typed">Null where nothing was.</param>
    /// <param name="name">How messages call it.</param>
    /// <exception cref="ConfigurationException">It is no duration.</exception>
    public static TimeSpan? Read(string? typed, string name) => typed is null ? null
        : DurationText.TryRead(typed)
            ?? throw new ConfigurationException($"'{typed}' is no duration for {name}", hint: "a whole number with its unit, such as 30m, 2h or 1d");

    /// <summary>The option --ttl.</summary>
    public static Option<string?> Ttl() => new("--ttl")
    {
        Description = "How long the warehouse may live before it deletes itself [default: the project's cloud.ttl, 2h]",
        HelpName = "DURATION",
    };
}
