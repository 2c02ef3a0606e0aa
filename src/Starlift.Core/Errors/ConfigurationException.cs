namespace Starlift.Errors;

/// <summary>The project, its settings or its SQL can't be used as written: exit code 2.</summary>
public sealed class ConfigurationException : StarliftException
{
    public ConfigurationException(IReadOnlyList<Problem> problems, Exception? inner = null)
        : base(ExitCode.Usage, problems, inner)
    {
    }

    public ConfigurationException(string what, SourcePlace? place = null, string? hint = null, Exception? inner = null)
        : base(ExitCode.Usage, new Problem(what, place, hint), inner)
    {
    }
}
