using Starlift.Sql;

namespace Starlift.Warehouses;

/// <summary>What there is on a target under some names.</summary>
/// <param name="Schema">Where a table is made whose name has no schema; "public" where the warehouse has but one.</param>
/// <param name="Tables">By the name that was asked for; those that are not there are left out.</param>
public sealed record FoundTables(string Schema, IReadOnlyDictionary<TableName, FoundTable> Tables)
{
    /// <summary>Null where there is no such table.</summary>
    public FoundTable? Find(TableName table) => Tables.GetValueOrDefault(table);

    /// <summary>The table's name with its schema, whether or not it is there.</summary>
    public TableName NameOf(TableName table) => Find(table)?.Name ?? table with { Schema = table.Schema ?? Schema };
}
