namespace Starlift.History;

/// <summary>What a step of a run does.</summary>
public enum StepKind
{
    /// <summary>Lists the objects of a load.</summary>
    List,

    /// <summary>Takes objects out of the star, which the step counts.</summary>
    Undo,

    /// <summary>Reads objects again, which the step counts.</summary>
    Reload,

    /// <summary>Loads objects into a staging table.</summary>
    Load,

    /// <summary>Builds a star table, the checks of its constraints included.</summary>
    Model,

    /// <summary>Holds the star against a rule of the project.</summary>
    Check,

    /// <summary>Publishes.</summary>
    Commit,
}
