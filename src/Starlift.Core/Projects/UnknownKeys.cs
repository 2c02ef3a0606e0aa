namespace Starlift.Projects;

/// <summary>What a run makes of keys of records that no column takes.</summary>
public enum UnknownKeys
{
    /// <summary>The run tells them. The default.</summary>
    Warn,

    /// <summary>They are meant to be left out: nothing is said.</summary>
    Allow,

    /// <summary>The run fails, and nothing is published.</summary>
    Fail,
}
