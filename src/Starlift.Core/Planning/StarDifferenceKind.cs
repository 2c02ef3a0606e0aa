namespace Starlift.Planning;

/// <summary>Why a star holds something else than its objects.</summary>
public enum StarDifferenceKind
{
    /// <summary>It keeps what objects brought that are no longer there.</summary>
    Vanished,

    /// <summary>It keeps what only the earlier version of an object brought, because the later one was merged by key.</summary>
    Merged,

    /// <summary>It holds the earlier version of an object, because changes are ignored.</summary>
    Ignored,
}
