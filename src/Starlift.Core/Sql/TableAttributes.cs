namespace Starlift.Sql;

/// <summary>What a CREATE TABLE says of the table itself, gathered while its parser reads on.</summary>
sealed class TableAttributes
{
    public List<ColumnDefinition> Columns { get; } = [];

    public List<UniqueKey> UniqueKeys { get; } = [];

    public List<ForeignKey> ForeignKeys { get; } = [];

    public LikeClause? Like { get; set; }

    public string? DistStyle { get; set; }

    public string? DistKey { get; set; }

    public SortKey? SortKey { get; set; }

    public bool? Backup { get; set; }
}
