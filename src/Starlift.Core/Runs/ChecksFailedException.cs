using Starlift.Errors;

namespace Starlift.Runs;

/// <summary>What a run would publish breaks a rule: it is rolled back, and analysts go on seeing what was there before.</summary>
public sealed class ChecksFailedException(IReadOnlyList<Problem> problems) : StarliftException(ExitCode.ChecksFailed, problems);
