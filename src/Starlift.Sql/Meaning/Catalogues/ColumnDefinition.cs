using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql.Meaning.Catalogues;

/// <summary>A column of a table or a view.</summary>
/// <param name="Name">In lower case, unless names are case-sensitive.</param>
/// <param name="Type">As Redshift has it.</param>
public sealed record ColumnDefinition(string Name, DataType Type)
{
    /// <summary>True where the table gives it a value by itself, and takes none.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>True of a text whose case doesn't count: COLLATE CASE_INSENSITIVE.</summary>
    public bool IsCaseInsensitive { get; init; }

    /// <summary>True of a text of which it is known that none ends in a blank.</summary>
    public bool IsTrimmed { get; init; }

    /// <summary>True of a DISTKEY and of a column of the SORTKEY, which can't be dropped.</summary>
    public bool IsKey { get; init; }
}
