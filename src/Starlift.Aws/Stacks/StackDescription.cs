namespace Starlift.Aws.Stacks;

/// <summary>A stack as CloudFormation describes it.</summary>
public sealed record StackDescription
{
    /// <summary>Its ARN: it finds the stack for some weeks after it was deleted, which its name does not.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>CREATE_COMPLETE …</summary>
    public required string Status { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Somebody asked CloudFormation whether resources were changed by hand, and they were.</summary>
    public bool HasDrifted { get; init; }

    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    public required IReadOnlyDictionary<string, string> Outputs { get; init; }

    /// <summary>Null where Starlift's template did not make it.</summary>
    public DateTimeOffset? Expires => StackParameters.ReadTime(Parameters.GetValueOrDefault("ExpiresAt"));

    /// <summary>There is nothing but the name: a first change set was made and not executed.</summary>
    public bool IsEmpty => Status == "REVIEW_IN_PROGRESS";

    /// <summary>AWS is at it.</summary>
    public bool IsBusy => Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) && !IsEmpty;

    public bool IsDeleted => Status == "DELETE_COMPLETE";

    /// <summary>It can be used and updated.</summary>
    public bool IsUsable => Status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "UPDATE_ROLLBACK_COMPLETE";

    /// <summary>Its creation failed and was undone: nothing of it is left, and it can only be deleted.</summary>
    public bool IsUndone => Status == "ROLLBACK_COMPLETE";
}
