namespace Starlift.History;

/// <summary>A run in a list of runs.</summary>
/// <param name="Run">Its record.</param>
/// <param name="Passed">How many checks passed.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="Warned">How many do not hold and let the run go on.</param>
public sealed record RunOverview(RunRecord Run, long Passed, long Failed, long Warned);
