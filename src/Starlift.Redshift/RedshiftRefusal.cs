namespace Starlift.Redshift;

/// <summary>An error of Redshift's.</summary>
/// <param name="SqlState">Five characters.</param>
/// <param name="Message">Its text, as it came.</param>
/// <param name="Detail">As it came; null for none.</param>
public sealed record RedshiftRefusal(string SqlState, string Message, string? Detail)
{
    /// <summary>A COPY failed on its data, and the system views tell why.</summary>
    public bool MeansBadData => RedshiftErrors.MeansBadData(Message);
}
