namespace Starlift.Torture;

/// <param name="Fault">Of which kind.</param>
/// <param name="What">In a sentence.</param>
sealed record Finding(Fault Fault, string What);
