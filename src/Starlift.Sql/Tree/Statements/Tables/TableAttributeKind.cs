namespace Starlift.Sql.Tree;

/// <summary>What may stand behind a table's columns.</summary>
public enum TableAttributeKind
{
    /// <summary>BACKUP</summary>
    Backup,

    /// <summary>DISTSTYLE</summary>
    DistStyle,

    /// <summary>DISTKEY</summary>
    DistKey,

    /// <summary>SORTKEY</summary>
    SortKey,

    /// <summary>ENCODE AUTO</summary>
    Encode,

    /// <summary>AUTO REFRESH, of materialized views.</summary>
    AutoRefresh,
}
