using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Projects;

namespace Starlift.Cli.Settings;

/// <summary>What was typed for every command's options; null where an option was not.</summary>
sealed record GlobalSettings(string? Project, string? Target, IReadOnlyList<string> Vars, bool Yes)
{
    /// <summary>Fills in the environment (STARLIFT_PROJECT, STARLIFT_TARGET) and the defaults.</summary>
    /// <exception cref="ConfigurationException">A --var is not name=value, or gives a variable a second value.</exception>
    public GlobalOptions Resolve(Surroundings surroundings) => new()
    {
        ProjectFolder = Project ?? Stated(surroundings, "STARLIFT_PROJECT") ?? ".",
        Target = Target ?? Stated(surroundings, "STARLIFT_TARGET"),
        Overrides = new ProjectOverrides(ReadVars(), surroundings.Environment) { CurrentFolder = surroundings.CurrentFolder },
        Yes = Yes,
    };

    Dictionary<string, string> ReadVars()
    {
        var vars = new Dictionary<string, string>();
        foreach (var typed in Vars)
        {
            var equals = typed.IndexOf('=');
            if (equals <= 0)
            {
                throw new ConfigurationException($"--var {typed}: a variable and its value are parted by '='", hint: "write --var name=value");
            }

            if (!vars.TryAdd(typed[..equals], typed[(equals + 1)..]))
            {
                throw new ConfigurationException($"--var gives '{typed[..equals]}' two values", hint: "keep one of them");
            }
        }

        return vars;
    }

    static string? Stated(Surroundings surroundings, string name) => surroundings.Environment(name) is { Length: > 0 } value ? value : null;
}
