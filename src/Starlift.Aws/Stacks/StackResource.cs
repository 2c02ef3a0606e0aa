namespace Starlift.Aws.Stacks;

/// <summary>A resource of a stack.</summary>
/// <param name="LogicalId">In the template.</param>
/// <param name="PhysicalId">In AWS; null before it exists.</param>
/// <param name="Type">AWS::S3::Bucket …</param>
/// <param name="Status">CREATE_COMPLETE …</param>
public sealed record StackResource(string LogicalId, string? PhysicalId, string Type, string Status);
