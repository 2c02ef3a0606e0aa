namespace Starlift.Torture;

/// <summary>What a moment brought to light.</summary>
/// <param name="Target">On which.</param>
/// <param name="Number">From 1.</param>
/// <param name="Kind">Of harm.</param>
/// <param name="Words">What was done.</param>
/// <param name="Findings">None as it should be.</param>
/// <param name="Folder">Where everything is kept; null where there is nothing to look into.</param>
sealed record MomentReport(Target Target, int Number, string Kind, string Words, IReadOnlyList<Finding> Findings, string? Folder);
