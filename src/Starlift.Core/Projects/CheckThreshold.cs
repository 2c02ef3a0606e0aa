using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>How many violations a check tolerates: a number, or a share of a table's rows.</summary>
/// <param name="Rows">The number; 0 where there is a share.</param>
/// <param name="Percent">The share; null where there is a number.</param>
/// <param name="Of">Whose rows are 100 %; null where there is a number.</param>
public sealed record CheckThreshold(long Rows, decimal? Percent = null, TableName? Of = null)
{
    public static CheckThreshold None { get; } = new(0);

    /// <param name="tableRows">How many rows the table of <see cref="Of"/> has; not looked at where there is a number.</param>
    public long Tolerated(long tableRows) => Percent is { } percent ? (long)Math.Floor(tableRows * percent / 100) : Rows;
}
