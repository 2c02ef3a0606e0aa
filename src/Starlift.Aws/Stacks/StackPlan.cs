namespace Starlift.Aws.Stacks;

/// <summary>A change set: what putting a stack up, or changing it, will do.</summary>
/// <param name="ChangeSetId">Its ARN.</param>
/// <param name="StackId">The ARN of the stack; that of a new one has nothing but its name yet.</param>
/// <param name="Creates">The stack is new.</param>
/// <param name="Parameters">What the stack will be made with.</param>
/// <param name="Changes">Empty where nothing differs.</param>
public sealed record StackPlan(
    string ChangeSetId, string StackId, bool Creates, IReadOnlyDictionary<string, string> Parameters, IReadOnlyList<StackChange> Changes);
