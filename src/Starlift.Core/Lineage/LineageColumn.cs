using Starlift.Sql;
using Starlift.Sql.Analysis;

namespace Starlift.Lineage;

/// <summary>A column of a table that a model needs.</summary>
/// <param name="Table">As the project names it; of others with its schema, unless that is public.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Use">What for.</param>
public sealed record LineageColumn(TableName Table, string Column, ColumnUse Use)
{
    /// <summary>The column goes into the value.</summary>
    public bool IsDirect => Use <= ColumnUse.Aggregation;
}
