namespace Starlift.CloudTests;

/// <summary>What IAM has to allow for a call (Service Authorization Reference).</summary>
/// <param name="Action">s3:GetObject …</param>
/// <param name="Resource">An ARN; "*" for actions that know no resources.</param>
sealed record NeededRight(string Action, string Resource)
{
    /// <summary>Condition keys that the request has.</summary>
    public IReadOnlyDictionary<string, string> Context { get; init; } = new Dictionary<string, string>();

    public override string ToString() => $"{Action} on {Resource}{(Context.Count == 0 ? "" : $" with {string.Join(", ", Context)}")}";
}
