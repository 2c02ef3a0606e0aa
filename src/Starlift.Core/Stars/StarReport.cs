using Starlift.Sql;

namespace Starlift.Stars;

/// <summary>What a run did to one star table.</summary>
/// <param name="Table">Which.</param>
/// <param name="Inserted">Rows with a key that was not there.</param>
/// <param name="Updated">Rows that were there and now say something else.</param>
/// <param name="Unchanged">Rows that the model yielded as they were.</param>
/// <param name="Rows">Rows in the table now.</param>
/// <param name="Duration">Of building and merging.</param>
public sealed record StarReport(TableName Table, long Inserted, long Updated, long Unchanged, long Rows, TimeSpan Duration);
