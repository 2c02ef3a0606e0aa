namespace Starlift.Aws.Stacks;

/// <summary>A change set while CloudFormation makes it.</summary>
/// <param name="Status">CREATE_IN_PROGRESS, CREATE_COMPLETE, FAILED …</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Changes">Those of the page.</param>
/// <param name="Next">The token of the next page; null on the last.</param>
sealed record ChangeSetState(string Status, string? Reason, IReadOnlyList<StackChange> Changes, string? Next);
