using System.CommandLine;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Settings;

/// <summary>The option --duckdb of the commands that need no project.</summary>
sealed class DuckDbSymbol
{
    public Option<string?> Option { get; } = new("--duckdb")
    {
        Description = "Works without a project, on this DuckDB file or on :memory:",
        HelpName = "PATH",
    };

    /// <summary>The full path, or :memory:; null where the flag is absent.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="settings">What else was typed.</param>
    /// <param name="surroundings">Relative paths start at the current folder.</param>
    /// <param name="mustExist">A command that only reads would otherwise make an empty database of a slip of the pen.</param>
    /// <exception cref="ConfigurationException">A project or target is named too, or there is no such file.</exception>
    public string? Resolve(ParseResult parsed, GlobalSettings settings, Surroundings surroundings, bool mustExist)
    {
        if (parsed.GetValue(Option) is not { } typed)
        {
            return null;
        }

        if (settings.Project is not null || settings.Target is not null)
        {
            throw new ConfigurationException(
                $"--duckdb and --{(settings.Project is null ? "target" : "project")} exclude each other", hint: "keep one of them");
        }

        if (typed == ":memory:")
        {
            return typed;
        }

        var path = Path.GetFullPath(typed, surroundings.CurrentFolder);
        return File.Exists(path) || !mustExist
            ? path
            : throw new ConfigurationException($"there is no DuckDB file {typed}", hint: "check the path");
    }
}
