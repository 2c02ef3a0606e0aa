namespace Starlift.History;

/// <summary>How a run ended, as its record says.</summary>
public enum RunOutcome
{
    /// <summary>Not ended yet; of a run that no longer holds the target: killed.</summary>
    Running,
    Done,
    Nothing,
    Failed,
    ChecksFailed,
    Rejected,
    Interrupted,
    Killed,
}
