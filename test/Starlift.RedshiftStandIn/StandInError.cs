namespace Starlift.RedshiftStandIn;

/// <summary>An ErrorResponse.</summary>
sealed class StandInError(string sqlState, string message, string? detail = null, bool fatal = false) : Exception(message)
{
    public string SqlState { get; } = sqlState;

    public string? Detail { get; } = detail;

    public bool Fatal { get; } = fatal;
}
