namespace Starlift.OpenLineage;

/// <summary>A run that has started another.</summary>
/// <param name="JobNamespace">Of its job.</param>
/// <param name="JobName">Of its job.</param>
/// <param name="RunId">Its own.</param>
public sealed record ParentRun(string JobNamespace, string JobName, Guid RunId)
{
    /// <summary>The run that a text names: namespace/name/id, as schedulers hand it on. Null for any other text.</summary>
    public static ParentRun? Of(string? text)
    {
        // a namespace may be an address
        var parts = text?.Split('/') ?? [];
        return parts.Length >= 3 && Guid.TryParse(parts[^1], out var id) && parts[^2].Length > 0
            ? new ParentRun(string.Join('/', parts[..^2]), parts[^2], id)
            : null;
    }
}
