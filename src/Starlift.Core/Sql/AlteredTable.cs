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

    /// <summary>The table with the distribution and the sort order that it has after the statement; its columns are those before.</summary>
    /// <param name="alter">The ALTER TABLE.</param>
    /// <param name="table">The definition before it.</param>
    public static CreateTable Keyed(AlterTableStatement alter, CreateTable table) => alter.Actions.Aggregate(table, Keyed);

    static CreateTable Keyed(CreateTable table, AlterAction action) => action switch
    {
        ChangeTableAttribute { Attribute: { Kind: TableAttributeKind.DistStyle, Word: not "key" and var style, Columns.Count: 0 } } => table with { DistStyle = style?.ToUpperInvariant(), DistKey = null },
        ChangeTableAttribute { Attribute: { Kind: TableAttributeKind.DistStyle or TableAttributeKind.DistKey, Columns: [ColumnReference { Parts: [.., var key] }] } } => table with { DistStyle = "KEY", DistKey = key.Name },
        ChangeTableAttribute { Attribute: { Kind: TableAttributeKind.SortKey } sort } => table with { SortKey = Sorted(sort) },
        RenameColumn rename => table with
        {
            DistKey = table.DistKey == rename.Column.Name ? rename.Name.Name : table.DistKey,
            SortKey = table.SortKey is { } known ? known with { Columns = [.. known.Columns.Select(column => column == rename.Column.Name ? rename.Name.Name : column)] } : null,
        },
        _ => table,
    };

    static SortKey? Sorted(TableAttribute sort)
    {
        var columns = sort.Columns.OfType<ColumnReference>().Select(column => column.Parts[^1].Name).ToList();
        return columns.Count == 0 ? null : new SortKey(columns, Interleaved: sort.Word == "interleaved");
    }

    /// <summary>The definition with the keys, the distribution and the sort order of another, whose text is read again by a later session.</summary>
    public static CreateTable Keyed(CreateTable definition, CreateTable other)
    {
        bool HasAll(IEnumerable<string> columns) => columns.All(column => definition.Column(column) is not null);
        var constraints = string.Concat(
            other.UniqueKeys.Where(key => HasAll(key.Columns) && !definition.UniqueKeys.Any(same => same.Columns.SequenceEqual(key.Columns)))
                .Select(key => $", {(key.Primary ? "primary key" : "unique")} ({string.Join(", ", key.Columns.Select(Quoting.Name))})")
                .Concat(other.ForeignKeys.Where(key => HasAll(key.Columns)).Select(Reference)));
        var keys = "";
        if (other.DistKey is { } key && definition.Column(key) is not null)
        {
            keys += $" distkey({Quoting.Name(key)})";
        }
        else if (other.DistKey is null && other.DistStyle is { } style)
        {
            keys += $" diststyle {style}";
        }

        if (other.SortKey is { Columns: { Count: > 0 } sorted } && sorted.All(column => definition.Column(column) is not null))
        {
            keys += $" sortkey({string.Join(", ", sorted.Select(Quoting.Name))})";
        }

        return keys.Length + constraints.Length == 0
            ? definition
            : (CreateTable)SqlScript.Parse(definition.Name.ToString(), $"{definition.Source.Sql.TrimEnd()[..^1]}{constraints}){keys}")[0];
    }

    static string Reference(ForeignKey key)
    {
        var schema = key.Table.Schema is { } named ? $"{Quoting.Name(named)}." : "";
        var columns = key.ReferencedColumns.Count > 0 ? $" ({string.Join(", ", key.ReferencedColumns.Select(Quoting.Name))})" : "";
        return $", foreign key ({string.Join(", ", key.Columns.Select(Quoting.Name))}) references {schema}{Quoting.Name(key.Table.Name)}{columns}";
    }

    static CreateTable After(AlterAction action, SqlSource source, CreateTable table) => action switch
    {
        AddColumn { Column: var column } when ColumnOf(source, column.Name, column.Type, column.Span.End) is { } added =>
            With(table, table.Columns.Append(added)),
        DropColumn drop => With(table, table.Columns.Where(column => column.Name != drop.Column.Name)),
        RenameTable rename => With(table with { Name = table.Name with { Name = rename.Name.Name } }, table.Columns),
        RenameColumn rename => Renamed(table, rename.Column.Name, rename.Name.Name),
        ChangeColumnEncoding change => With(table, table.Columns.Select(column => column.Name == change.Column.Name ? column with { Encode = change.Encoding.Name } : column)),
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
        return DefinitionText.Read(table.Name, DefinitionText.Of(altered, encodings: true));
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
