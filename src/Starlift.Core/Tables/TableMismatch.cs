using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Tables;

/// <summary>Where a star table on a target is not as its file declares it.</summary>
/// <param name="Table">The star table.</param>
/// <param name="Problem">What differs, and the way out.</param>
sealed record TableMismatch(TableName Table, Problem Problem)
{
    /// <summary>The ALTER TABLE that mends it and loses nothing; null where there is none.</summary>
    public string? Alteration { get; init; }

    /// <summary>The alteration is of a column's type.</summary>
    public bool AltersType { get; init; }
}
