using Starlift.Cases;
using Starlift.Errors;

namespace Starlift.Cli.Probing;

/// <summary>What came of a probe.</summary>
/// <param name="Facts">Of all that was executed; null where nothing was.</param>
/// <param name="Stopped">Why not all was executed; null where all was.</param>
/// <param name="Left">What could not be removed, a problem each.</param>
sealed record ClusterProbeResult(Facts? Facts, Exception? Stopped, IReadOnlyList<Problem> Left);
