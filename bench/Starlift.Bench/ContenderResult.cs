namespace Starlift.Bench;

/// <param name="Name">Of the contender.</param>
/// <param name="Description">What it does.</param>
/// <param name="Fingerprint">What it made, the same in every round.</param>
sealed record ContenderResult(string Name, string Description, Fingerprint Fingerprint);
