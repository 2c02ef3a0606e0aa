using Starlift.Sql;

namespace Starlift.Stars;

/// <summary>A star table as it is published beside what all objects give.</summary>
/// <param name="Table">Which.</param>
/// <param name="PublishedRows">Rows that are published.</param>
/// <param name="BuiltRows">Rows that were built aside.</param>
/// <param name="Missing">Keys that were built and are not published.</param>
/// <param name="Extra">Keys that are published and were not built.</param>
/// <param name="Different">Keys whose rows differ.</param>
/// <param name="Examples">Sentences about some of these.</param>
public sealed record VerifiedTable(TableName Table, long PublishedRows, long BuiltRows, long Missing, long Extra, long Different, IReadOnlyList<string> Examples)
{
    public bool IsSame => Missing + Extra + Different == 0 && PublishedRows == BuiltRows;
}
