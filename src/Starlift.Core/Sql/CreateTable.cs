namespace Starlift.Sql;

/// <summary>CREATE TABLE, read whole: the single source of truth for a table (Amazon Redshift: "CREATE TABLE").</summary>
public sealed record CreateTable : SqlStatement
{
    public required TableName Name { get; init; }

    /// <summary>What stands before the name in the statement's text.</summary>
    public required CreateTableWords Words { get; init; }

    /// <summary>TEMP, TEMPORARY, LOCAL TEMP, or a name that begins with #.</summary>
    public bool Temporary { get; init; }

    public bool IfNotExists { get; init; }

    /// <summary>In the order of the statement; empty where there is only LIKE.</summary>
    public required IReadOnlyList<ColumnDefinition> Columns { get; init; }

    /// <summary>LIKE; null where there is none.</summary>
    public LikeClause? Like { get; init; }

    /// <summary>In the order of the statement, column constraints included.</summary>
    public IReadOnlyList<UniqueKey> UniqueKeys { get; init; } = [];

    public IReadOnlyList<ForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>AUTO, EVEN, KEY or ALL; null where it is not stated.</summary>
    public string? DistStyle { get; init; }

    public string? DistKey { get; init; }

    public SortKey? SortKey { get; init; }

    public bool? Backup { get; init; }

    public ColumnDefinition? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);
}
