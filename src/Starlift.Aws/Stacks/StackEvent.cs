namespace Starlift.Aws.Stacks;

/// <summary>Something that happened to a resource of a stack, or to the stack itself.</summary>
public sealed record StackEvent(string Id, DateTimeOffset Time, string LogicalId, string? PhysicalId, string Type, string Status, string? Reason)
{
    public bool IsOfStack => Type == "AWS::CloudFormation::Stack";

    public bool IsFailure => Status.EndsWith("_FAILED", StringComparison.Ordinal);

    /// <summary>It failed because another resource had.</summary>
    public bool IsConsequence => Reason?.Contains("cancelled", StringComparison.OrdinalIgnoreCase) ?? false;
}
