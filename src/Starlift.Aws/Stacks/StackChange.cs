namespace Starlift.Aws.Stacks;

/// <summary>What executing a change set does to one resource.</summary>
/// <param name="Action">Add, Modify, Remove …</param>
/// <param name="LogicalId">In the template.</param>
/// <param name="Type">AWS::S3::Bucket …</param>
/// <param name="Replaces">The resource is made anew, and what it holds is lost.</param>
public sealed record StackChange(string Action, string LogicalId, string Type, bool Replaces);
