namespace Starlift.Checks;

/// <summary>What came of a check.</summary>
public enum CheckOutcome
{
    Passed,

    /// <summary>Nothing is published.</summary>
    Failed,

    /// <summary>It does not hold, and that is told and kept in mind; the run goes on.</summary>
    Warned,

    /// <summary>It reads what is not there; of a run no check is skipped.</summary>
    Skipped,
}
