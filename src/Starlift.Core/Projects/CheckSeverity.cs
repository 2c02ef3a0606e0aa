namespace Starlift.Projects;

/// <summary>What happens where a check does not hold.</summary>
public enum CheckSeverity
{
    /// <summary>Nothing is published.</summary>
    Error,

    /// <summary>It is told, and the run goes on.</summary>
    Warn,
}
