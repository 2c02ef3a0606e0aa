namespace Starlift.History;

/// <summary>What a step of a run does.</summary>
public enum StepKind
{
    /// <summary>Lists the objects of a load.</summary>
    List,

    /// <summary>Loads objects into a staging table.</summary>
    Load,

    /// <summary>Builds a star table, the checks of its constraints included.</summary>
    Model,

    /// <summary>Holds the star against a rule of the project.</summary>
    Check,

    /// <summary>Publishes.</summary>
    Commit,
}
