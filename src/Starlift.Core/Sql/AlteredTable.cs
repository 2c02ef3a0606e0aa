using Starlift.Sql.Tree;

namespace Starlift.Sql;

/// <summary>What an ALTER TABLE makes of a definition.</summary>
public static class AlteredTable
{
    /// <summary>The ALTER TABLE that the statement is; null where it is none.</summary>
    public static AlterTableStatement? In(SqlStatement statement) => (statement as OtherStatement)?.Tree as AlterTableStatement;

    /// <summary>The definition after the statement; the same where it changes nothing of it.</summary>
    /// <param name="alter">The ALTER TABLE.</param>
    /// <param name="source">Its text.</param>
    /// <param name="table">The definition before it.</param>
    public static CreateTable After(AlterTableStatement alter, SqlSource source, CreateTable table) =>
        alter.Actions.Aggregate(table, (before, action) => After(action, source, before));

    static CreateTable After(AlterAction action, SqlSource source, CreateTable table) => action switch
    {
        AddColumn { Column: var column } when ColumnOf(source, column.Name, column.Type, column.Span.End) is { } added =>
            With(table, table.Columns.Append(added)),
        DropColumn drop => With(table, table.Columns.Where(column => column.Name != drop.Column.Name)),
        RenameTable rename => With(table with { Name = table.Name with { Name = rename.Name.Name } }, table.Columns),
        RenameColumn rename => Renamed(table, rename.Column.Name, rename.Name.Name),
        ChangeColumnType change when ColumnOf(source, change.Column, change.Type, change.Type.Span.End) is { } changed =>
            With(table, table.Columns.Select(column => column.Name == changed.Name ? column with { Type = changed.Type } : column)),
        _ => table,
    };

    /// <summary>The definition with these columns and the keys whose columns are all there.</summary>
    public static CreateTable With(CreateTable table, IEnumerable<ColumnDefinition> columns)
    {
        var list = columns.ToList();
        var names = list.Select(column => column.Name).ToHashSet();
        var altered = table with { Columns = list, Like = null, UniqueKeys = [.. table.UniqueKeys.Where(key => names.IsSupersetOf(key.Columns))] };
        return DefinitionText.Read(table.Name, DefinitionText.Of(altered));
    }

    static CreateTable Renamed(CreateTable table, string column, string name) => With(
        table with
        {
            UniqueKeys = [.. table.UniqueKeys.Select(key => key with { Columns = [.. key.Columns.Select(part => part == column ? name : part)] })],
        },
        table.Columns.Select(known => known.Name == column ? known with { Name = name } : known));

    /// <summary>The column with this type and what stands behind it, by the rules of CREATE TABLE; null where the type is none of a table's.</summary>
    static ColumnDefinition? ColumnOf(SqlSource source, Identifier name, TypeName type, int end)
    {
        if (!SqlTypeParser.Knows(type.Name.Split(' ')[0]))
        {
            return null;
        }

        var sql = $"create table t ({Quoting.Name(name.Name)} {source.Text[type.Span.Start..end]})";
        return SqlScript.Parse("alter", sql) is [CreateTable { Columns: [var column] }] ? column : null;
    }
}
