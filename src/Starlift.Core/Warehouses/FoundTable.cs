using Starlift.Sql;

namespace Starlift.Warehouses;

/// <summary>A durable table or view as its warehouse describes it.</summary>
public sealed record FoundTable
{
    /// <summary>With its schema.</summary>
    public required TableName Name { get; init; }

    /// <summary>What has the name is no table.</summary>
    public bool IsView { get; init; }

    /// <summary>No two tables of a database have the same, not even one after the other; null where the warehouse can't tell.</summary>
    public string? Id { get; init; }

    /// <summary>In their order; types as of <see cref="IWarehouse.StoredAs"/>.</summary>
    public required IReadOnlyList<ColumnDefinition> Columns { get; init; }

    /// <summary>The columns tell NOT NULL and IDENTITY.</summary>
    public required bool TellsConstraints { get; init; }

    public ColumnDefinition? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);
}
