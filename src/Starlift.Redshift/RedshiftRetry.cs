namespace Starlift.Redshift;

/// <summary>Connecting failed and is tried again.</summary>
/// <param name="Endpoint">host:port.</param>
/// <param name="Attempt">The one that failed, from 1 on.</param>
/// <param name="Delay">Before the next.</param>
/// <param name="Reason">One sentence.</param>
public sealed record RedshiftRetry(string Endpoint, int Attempt, TimeSpan Delay, string Reason);
