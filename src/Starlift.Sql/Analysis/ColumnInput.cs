namespace Starlift.Sql.Analysis;

/// <summary>A column that a result needs.</summary>
/// <param name="Origin">Of a table or view.</param>
/// <param name="Use">What for.</param>
public readonly record struct ColumnInput(ColumnOrigin Origin, ColumnUse Use)
{
    /// <summary>The column goes into the value.</summary>
    public bool IsDirect => Use <= ColumnUse.Aggregation;

    /// <summary>The column's use where what it makes is used so in turn.</summary>
    internal ColumnInput Within(ColumnUse outer) => this with { Use = outer > ColumnUse.Aggregation || outer > Use ? outer : Use };
}
