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

    /// <summary>True of the DISTKEY and of a column of the SORTKEY.</summary>
    public bool IsKey(string column) => DistKey == column || SortKey?.Columns.Contains(column) == true;

    /// <summary>The distribution as SVV_TABLE_INFO shows it.</summary>
    public string ShownDistribution => DistKey is { } key ? $"KEY({key})" : DistStyle?.ToUpperInvariant() switch { null or "AUTO" => "AUTO(ALL)", var other => other };

    /// <summary>The first column of the sort order as SVV_TABLE_INFO shows it.</summary>
    public string ShownSortKey => SortKey is { Columns: [var first, ..] } ? first : "AUTO(SORTKEY)";

    /// <summary>Where a column stands in the sort order, from 1; 0 where it doesn't.</summary>
    public int SortPosition(string column) => 1 + (SortKey?.Columns.ToList().IndexOf(column) ?? -1);

    public ColumnDefinition? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);
}
