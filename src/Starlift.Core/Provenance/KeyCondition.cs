using Starlift.Sql;

namespace Starlift.Provenance;

/// <summary>The condition that a column has a value that somebody has typed.</summary>
public static class KeyCondition
{
    /// <param name="column">Of the table.</param>
    /// <param name="value">As text of the column's type.</param>
    public static string Of(ColumnDefinition column, string value) => column.Type.IsCharacter
        ? $"{Quoting.Name(column.Name)} = {Quoting.Literal(value)}"
        : $"{Quoting.Name(column.Name)} = cast({Quoting.Literal(value)} as {column.Type})";
}
