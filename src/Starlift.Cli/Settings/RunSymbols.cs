using System.CommandLine;
using System.Globalization;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Planning;
using Starlift.Projects;

namespace Starlift.Cli.Settings;

/// <summary>The options of run and plan that say what to look at.</summary>
sealed class RunSymbols
{
    readonly Option<bool> _fullRefresh = new("--full-refresh") { Description = "Empties the star and loads everything again, in one transaction" };
    readonly Option<string[]> _select = new("--select") { Description = "Runs only this load; may be repeated", HelpName = "LOAD" };
    readonly Option<string?> _since = new("--since") { Description = "Leaves objects whose key speaks of earlier days only", HelpName = "YYYY-MM-DD" };
    readonly Option<string?> _until = new("--until") { Description = "Leaves objects whose key speaks of later days only", HelpName = "YYYY-MM-DD" };

    readonly Option<string?> _changed = new("--changed")
    {
        Description = "What to do with objects that were loaded in another version [default: rebuild]",
        HelpName = "rebuild|merge|ignore|fail",
    };

    readonly Option<bool> _dropVanished = new("--drop-vanished") { Description = "Takes out of the star what objects brought that are no longer there" };

    readonly Option<string[]> _rebuild = new("--rebuild")
    {
        Description = "Builds this model's table anew from what was loaded, with what reads it; may be repeated",
        HelpName = "MODEL",
    };

    readonly Option<string[]> _adopt = new("--adopt")
    {
        Description = "Takes this table as the project's own, whoever made it and whatever is in it; may be repeated",
        HelpName = "TABLE",
    };

    readonly Option<string?> _renamedFrom = new("--renamed-from")
    {
        Description = "Takes over all that the project has on the target under its former name",
        HelpName = "PROJECT",
    };

    public IReadOnlyList<Option> All => [_fullRefresh, _rebuild, _dropVanished, _select, _since, _until, _changed, _adopt, _renamedFrom];

    /// <exception cref="ConfigurationException">A value is none of those allowed, or options exclude each other.</exception>
    public RunOptions Resolve(ParseResult parsed, Surroundings surroundings)
    {
        var options = new RunOptions
        {
            FullRefresh = parsed.GetValue(_fullRefresh),
            Select = parsed.GetValue(_select) ?? [],
            Since = Day(parsed, _since),
            Until = Day(parsed, _until),
            Changed = Changed(parsed.GetValue(_changed) ?? surroundings.Environment("STARLIFT_CHANGED")),
            DropVanished = parsed.GetValue(_dropVanished),
            Rebuild = parsed.GetValue(_rebuild) ?? [],
            Adopt = parsed.GetValue(_adopt) ?? [],
            RenamedFrom = parsed.GetValue(_renamedFrom),
        };
        if (options.FullRefresh && options.Rebuild.Count > 0)
        {
            throw new ConfigurationException("--full-refresh builds all tables anew, those of --rebuild too", hint: "keep one or the other");
        }

        if (options.FullRefresh && (options.Select.Count > 0 || options.Since is not null || options.Until is not null))
        {
            throw new ConfigurationException(
                "--full-refresh loads everything, and --select, --since and --until leave things out", hint: "keep one or the other");
        }

        return Ordered(options);
    }

    /// <exception cref="ConfigurationException">The period ends before it begins.</exception>
    internal static RunOptions Ordered(RunOptions options) => options.Since > options.Until
        ? throw new ConfigurationException($"--since {options.Since:yyyy-MM-dd} is later than --until {options.Until:yyyy-MM-dd}", hint: "swap them")
        : options;

    internal static DateOnly? Day(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } typed ? null
        : DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ConfigurationException($"'{typed}' is no day for {option.Name}", hint: "write it as 2018-11-30");

    internal static ChangedObjects? Changed(string? typed)
    {
        var allowed = ProjectSettings.ChoicesOf<ChangedObjects>();
        return string.IsNullOrEmpty(typed) ? null
            : allowed.Contains(typed) ? Enum.Parse<ChangedObjects>(typed, ignoreCase: true)
            : throw new ConfigurationException(
                $"'{typed}' is no value for --changed", hint: NearMiss.Hint(typed, allowed) ?? $"allowed: {string.Join(", ", allowed)}");
    }
}
