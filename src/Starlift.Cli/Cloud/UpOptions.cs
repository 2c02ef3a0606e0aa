namespace Starlift.Cli.Cloud;

/// <summary>What was typed for up.</summary>
/// <param name="Ttl">Null for the project's, or, where the stack exists, for the time it has left.</param>
/// <param name="MaxCost">USD; null for no limit.</param>
sealed record UpOptions(TimeSpan? Ttl, decimal? MaxCost);
