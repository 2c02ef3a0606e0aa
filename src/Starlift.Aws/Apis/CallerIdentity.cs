namespace Starlift.Aws.Apis;

/// <summary>Who the credentials belong to.</summary>
/// <param name="Account">Its number.</param>
/// <param name="Arn">The user or assumed role.</param>
/// <param name="Region">Where it was asked, and where other calls go.</param>
/// <param name="Clock">How far AWS's clock is ahead of this machine's; to the second.</param>
public sealed record CallerIdentity(string Account, string Arn, string Region, TimeSpan Clock);
