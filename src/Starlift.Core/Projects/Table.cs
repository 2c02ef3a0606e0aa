using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>A file of tables/: one CREATE TABLE and its COMMENTs.</summary>
public sealed record Table
{
    public required CreateTable Definition { get; init; }

    /// <summary>The file's COMMENT statements, in order.</summary>
    public required IReadOnlyList<CommentOn> Comments { get; init; }

    /// <summary>COMMENT ON TABLE; null where there is none.</summary>
    public string? Comment { get; init; }

    /// <summary>COMMENT ON COLUMN, by column name.</summary>
    public required IReadOnlyDictionary<string, string> ColumnComments { get; init; }

    public TableName Name => Definition.Name;

    /// <summary>
    /// What tells two rows apart: the first UNIQUE constraint without an IDENTITY column, else the PRIMARY KEY; null where the
    /// table declares neither.
    /// </summary>
    public IReadOnlyList<string>? Key => KeyOf(Definition);

    /// <inheritdoc cref="Key"/>
    internal static IReadOnlyList<string>? KeyOf(CreateTable definition) =>
        (definition.UniqueKeys.FirstOrDefault(key => !key.Primary && !key.Columns.Any(column => definition.Column(column)?.Identity is not null))
            ?? definition.UniqueKeys.FirstOrDefault(key => key.Primary))?.Columns;
}
