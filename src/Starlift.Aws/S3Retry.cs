namespace Starlift.Aws;

/// <summary>A request that failed and is sent again.</summary>
/// <param name="Uri">What it is about.</param>
/// <param name="Attempt">1-based number of the attempt that failed; counted anew where some of the object has come meanwhile.</param>
/// <param name="Delay">Until the next attempt.</param>
/// <param name="Reason">One sentence.</param>
public sealed record S3Retry(string Uri, int Attempt, TimeSpan Delay, string Reason);
