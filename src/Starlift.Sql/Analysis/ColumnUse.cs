namespace Starlift.Sql.Analysis;

/// <summary>What a column of a table does for a column of a result. The first three go into its value, the others decide about it.</summary>
public enum ColumnUse
{
    /// <summary>The value is the column's.</summary>
    Identity,

    /// <summary>The value is calculated of the column in the same row.</summary>
    Transformation,

    /// <summary>The value is calculated of the column in several rows.</summary>
    Aggregation,

    /// <summary>The column decides in a CASE which value is taken.</summary>
    Conditional,

    /// <summary>The column parts or orders the rows that a window function looks at.</summary>
    Window,

    /// <summary>The column decides which rows there are: WHERE, HAVING, QUALIFY.</summary>
    Filter,

    /// <summary>The column decides which rows are joined.</summary>
    Join,

    /// <summary>The column decides which rows are aggregated together.</summary>
    GroupBy,

    /// <summary>The column orders the rows of which a LIMIT takes the first.</summary>
    Sort,
}
