namespace Starlift.Sql.Meaning.Functions;

/// <summary>Where a function may stand.</summary>
[Flags]
public enum FunctionKind : byte
{
    /// <summary>One value of one row.</summary>
    Scalar = 1,

    /// <summary>One value of a group of rows.</summary>
    Aggregate = 2,

    /// <summary>One value a row, of the rows around it; needs OVER.</summary>
    Window = 4,

    /// <summary>Rows: stands in FROM, or in the select list of a query without a table.</summary>
    Rows = 8,
}
