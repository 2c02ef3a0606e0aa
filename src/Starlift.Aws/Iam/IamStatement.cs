namespace Starlift.Aws.Iam;

/// <summary>One statement of a policy that allows something.</summary>
/// <param name="Sid">What it is for; letters and digits.</param>
/// <param name="Actions">s3:GetObject …; no wildcards.</param>
/// <param name="Resources">ARNs.</param>
public sealed record IamStatement(string Sid, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources)
{
    /// <summary>Operator, key and values that must hold too; null for none.</summary>
    public (string Operator, string Key, IReadOnlyList<string> Values)? Condition { get; init; }
}
