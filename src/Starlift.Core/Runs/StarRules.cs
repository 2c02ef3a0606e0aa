using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Runs;

/// <summary>The rules that a star table's constraints state, as checks that have passed so far.</summary>
static class StarRules
{
    /// <param name="table">The star table.</param>
    /// <param name="columns">Those that must not be NULL.</param>
    public static CheckResult NotNull(Table table, IEnumerable<ColumnDefinition> columns) => new()
    {
        Name = $"{table.Name} not null",
        Kind = CheckKind.NotNull,
        Table = table.Name.ToString(),
        Description = $"These columns of {table.Name} always hold a value: {string.Join(", ", columns.Select(column => column.Name))}.",
    };

    /// <param name="table">The star table.</param>
    /// <param name="columns">Of the PRIMARY KEY or UNIQUE constraint.</param>
    public static CheckResult Key(Table table, IReadOnlyList<string> columns) => new()
    {
        Name = $"{table.Name} key ({string.Join(", ", columns)})",
        Kind = CheckKind.Key,
        Table = table.Name.ToString(),
        Description = $"No two rows of {table.Name} have the same {string.Join(", ", columns)}.",
    };

    /// <param name="table">The star table.</param>
    /// <param name="key">Its REFERENCES.</param>
    public static CheckResult Reference(Table table, ForeignKey key) => new()
    {
        Name = $"{table.Name} ({string.Join(", ", key.Columns)}) references {key.Table}",
        Kind = CheckKind.Reference,
        Table = table.Name.ToString(),
        Description = $"What {table.Name} says in {string.Join(", ", key.Columns)} is a row of {key.Table}.",
    };
}
