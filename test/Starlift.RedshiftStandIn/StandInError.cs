namespace Starlift.RedshiftStandIn;

/// <summary>An ErrorResponse.</summary>
sealed class StandInError(string sqlState, string message, string? detail = null, bool fatal = false, int position = 0) : Exception(message)
{
    public string SqlState { get; } = sqlState;

    public string? Detail { get; } = detail;

    /// <summary>Characters from 1; 0 for none.</summary>
    public int Position { get; } = position;

    public bool Fatal { get; } = fatal;
}
