namespace Starlift.Cli.Doctor;

/// <summary>What came of a probe.</summary>
enum ProbeOutcome
{
    Passed,
    Failed,

    /// <summary>Not asked: what it needs is missing.</summary>
    Skipped,
}
