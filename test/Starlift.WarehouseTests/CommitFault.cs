namespace Starlift.WarehouseTests;

/// <summary>What happens to a COMMIT on its way.</summary>
public enum CommitFault
{
    /// <summary>The connection is lost before the server has it.</summary>
    LostBefore,

    /// <summary>The connection is lost when the server has committed and before it can say so.</summary>
    LostAfter,

    /// <summary>The answer is late.</summary>
    Late,
}
