namespace Starlift.Sql;

/// <summary>One column of a CREATE TABLE (Amazon Redshift: "CREATE TABLE").</summary>
public sealed record ColumnDefinition
{
    /// <summary>Folded to lower case, quoted or not.</summary>
    public required string Name { get; init; }

    public required SqlType Type { get; init; }

    /// <summary>0-based index of the name in the file, for messages.</summary>
    public required int Index { get; init; }

    /// <summary>NOT NULL stated, or implied by IDENTITY or PRIMARY KEY.</summary>
    public bool NotNull { get; init; }

    /// <summary>The DEFAULT expression as written; null where there is none.</summary>
    public string? Default { get; init; }

    public Identity? Identity { get; init; }

    /// <summary>ENCODE, upper case; null where the statement leaves it to Redshift.</summary>
    public string? Encode { get; init; }

    /// <summary>COLLATE CASE_INSENSITIVE stated.</summary>
    public bool CaseInsensitive { get; init; }
}
