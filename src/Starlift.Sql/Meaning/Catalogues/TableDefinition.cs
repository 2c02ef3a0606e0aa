namespace Starlift.Sql.Meaning.Catalogues;

/// <summary>A table or a view.</summary>
/// <param name="Schema">Where it is.</param>
/// <param name="Name">In lower case, unless names are case-sensitive.</param>
/// <param name="Columns">In their order.</param>
public sealed record TableDefinition(string Schema, string Name, IReadOnlyList<ColumnDefinition> Columns)
{
    public TableKind Kind { get; init; }

    /// <summary>True where its columns aren't known: each name is one then, of a type that fits everything.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The position of the column, or -1.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == column)
            {
                return i;
            }
        }

        return -1;
    }
}
