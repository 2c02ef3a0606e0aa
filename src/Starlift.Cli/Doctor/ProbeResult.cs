using Starlift.Errors;

namespace Starlift.Cli.Doctor;

/// <summary>One line of the doctor.</summary>
/// <param name="Probe">Its name.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Found">One sentence.</param>
/// <param name="Hint">The way out of a failure; null where the sentence says it.</param>
/// <param name="ExitCode">What a failure ends the process with.</param>
sealed record ProbeResult(string Probe, ProbeOutcome Outcome, string Found, string? Hint = null, ExitCode ExitCode = ExitCode.Done);
