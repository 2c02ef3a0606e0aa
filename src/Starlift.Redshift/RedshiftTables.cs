using System.Globalization;
using Starlift.Errors;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Redshift;

/// <summary>
/// Finds tables by name, as the session's search_path leads to them. Asks pg_class and pg_attribute alone, which the leader node holds with
/// current_schema() (Amazon Redshift: "Leader node–only functions"). A table's id is its number in pg_class.
/// </summary>
static class RedshiftTables
{
    /// <summary>A query for the session's schema and the columns of each table; of no table it is one row.</summary>
    public static string Find(IReadOnlyList<TableName> tables) =>
        $"""
        select h.nspname as here, t.* from pg_namespace h
        left join (
            select n.nspname, c.relname, c.relkind, c.oid as id, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull, d.adsrc, a.attnum
            from pg_attribute a
            join pg_class c on a.attrelid = c.oid
            join pg_namespace n on c.relnamespace = n.oid
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attnum > 0 and not a.attisdropped and n.nspname not like 'pg!_temp!_%' escape '!'
            and ({string.Join("\n    or ", tables.GroupBy(table => table.Schema).Select(Condition))})
        ) t on 1 = 1
        where h.nspname = current_schema()
        order by t.nspname, t.relname, t.attnum
        """;

    /// <param name="tables">The names that were asked for.</param>
    /// <param name="result">Of <see cref="Find"/>.</param>
    public static FoundTables Of(IReadOnlyList<TableName> tables, QueryResult result)
    {
        var all = result.Rows.Where(row => row[1] is not null).GroupBy(row => new TableName((string)row[1]!, (string)row[2]!)).ToDictionary(group => group.Key);
        // A name without a schema leads to the one table of that name that is visible, which others may have been asked for with its schema.
        var asked = tables.Where(table => table.Schema is not null).ToHashSet();
        var visible = all.Keys.OrderBy(asked.Contains).DistinctBy(name => name.Name).ToDictionary(name => name.Name);
        var found = new Dictionary<TableName, FoundTable>();
        foreach (var table in tables.Distinct())
        {
            var name = table.Schema is null ? visible.GetValueOrDefault(table.Name) : table;
            if (name is not null && all.TryGetValue(name, out var rows))
            {
                found[table] = Found(name, [.. rows]);
            }
        }

        return new FoundTables((result.Rows.Count > 0 ? (string?)result.Rows[0][0] : null) ?? "public", found);
    }

    static string Condition(IGrouping<string?, TableName> tables) =>
        $"c.relname in ({string.Join(", ", tables.Select(table => RedshiftLiteral.Of(table.Name)))}) and "
            + (tables.Key is null ? "pg_table_is_visible(c.oid)" : $"n.nspname = {RedshiftLiteral.Of(tables.Key)}");

    static FoundTable Found(TableName name, IReadOnlyList<object?[]> rows) => new()
    {
        Name = name,
        IsView = rows[0][3] is not "r",
        Id = Convert.ToString(rows[0][4], CultureInfo.InvariantCulture),
        Columns = [.. rows.Select(row => ColumnOf(name, row[5..]))],
        TellsConstraints = true,
    };

    // A type that Starlift does not know is none that a project declares.
    static ColumnDefinition ColumnOf(TableName table, object?[] row)
    {
        try
        {
            return RedshiftCatalogue.DefinitionOf(table, [row]).Columns[0];
        }
        catch (ConfigurationException)
        {
            return new ColumnDefinition { Name = (string)row[0]!, Type = SqlType.AnyText, Index = 0, NotNull = row[2] is true };
        }
    }
}
