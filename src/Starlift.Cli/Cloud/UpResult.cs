using Starlift.Aws.Stacks;

namespace Starlift.Cli.Cloud;

/// <summary>What up did.</summary>
/// <param name="Stack">As it is now; null where somebody said no, or it was interrupted.</param>
/// <param name="WasThere">The stack could be used before.</param>
/// <param name="ExitCode">What the command ends with.</param>
sealed record UpResult(StackDescription? Stack, bool WasThere, Errors.ExitCode ExitCode);
