using System.Globalization;
using Starlift.Sql;

namespace Starlift.DuckDb.Writing;

/// <summary>The keys and references of tables, which DuckDB does not know: what CREATE TABLE said.</summary>
/// <param name="definitions">Of permanent tables.</param>
/// <param name="tables">A query of the tables that there are.</param>
sealed class DuckDbKeys(IReadOnlyList<CreateTable> definitions, string tables)
{
    const int FirstNumber = 200_000;

    /// <summary>A query of them: oid, conname, connamespace, contype, conrelid, conkey, confrelid, confkey, def.</summary>
    public string Query
    {
        get
        {
            var rows = definitions.SelectMany(Rows).Select((row, i) => string.Create(CultureInfo.InvariantCulture, $"({FirstNumber + i}, {row})")).ToList();
            var known = rows.Count == 0
                ? "SELECT 0 AS oid, '' AS s, '' AS n, '' AS conname, '' AS contype, CAST([] AS SMALLINT[]) AS conkey, '' AS fs, '' AS fn, CAST([] AS SMALLINT[]) AS confkey, '' AS def WHERE false"
                : $"SELECT * FROM (VALUES {string.Join(", ", rows)}) AS v(oid, s, n, conname, contype, conkey, fs, fn, confkey, def)";
            return $"""
                SELECT k.oid, k.conname, t.schema_id AS connamespace, k.contype, t.table_id AS conrelid, k.conkey, f.table_id AS confrelid, k.confkey, k.def
                FROM ({known}) AS k JOIN ({tables}) AS t ON t.table_schema = k.s AND t.table_name = k.n LEFT JOIN ({tables}) AS f ON f.table_schema = k.fs AND f.table_name = k.fn
                """;
        }
    }

    IEnumerable<string> Rows(CreateTable table)
    {
        foreach (var key in table.UniqueKeys)
        {
            var name = key.Primary ? $"{table.Name.Name}_pkey" : $"{table.Name.Name}_{string.Join('_', key.Columns)}_key";
            yield return $"{Place(table.Name)}, {DuckDbName.Literal(name)}, '{(key.Primary ? 'p' : 'u')}', {Numbers(table, key.Columns)}, NULL, NULL, NULL, {DuckDbName.Literal($"{(key.Primary ? "PRIMARY KEY" : "UNIQUE")} {List(key.Columns)}")}";
        }

        foreach (var key in table.ForeignKeys)
        {
            var other = definitions.FirstOrDefault(one => one.Name.Name == key.Table.Name && SchemaOf(one.Name) == SchemaOf(key.Table));
            var referenced = key.ReferencedColumns.Count > 0 ? key.ReferencedColumns : other?.UniqueKeys.FirstOrDefault(unique => unique.Primary)?.Columns ?? [];
            var name = $"{table.Name.Name}_{string.Join('_', key.Columns)}_fkey";
            var numbers = other is null ? "NULL" : Numbers(other, referenced);
            yield return $"{Place(table.Name)}, {DuckDbName.Literal(name)}, 'f', {Numbers(table, key.Columns)}, {Place(key.Table)}, {numbers}, {DuckDbName.Literal($"FOREIGN KEY {List(key.Columns)} REFERENCES {key.Table}{List(referenced)}")}";
        }
    }

    static string Place(TableName table) => $"{DuckDbName.Literal(SchemaOf(table))}, {DuckDbName.Literal(table.Name)}";

    static string SchemaOf(TableName table) => table.Schema ?? "public";

    static string List(IEnumerable<string> columns) => $"({string.Join(", ", columns)})";

    static string Numbers(CreateTable table, IEnumerable<string> columns)
    {
        var names = table.Columns.Select(column => column.Name).ToList();
        return $"CAST([{string.Join(", ", columns.Select(column => (names.IndexOf(column) + 1).ToString(CultureInfo.InvariantCulture)))}] AS SMALLINT[])";
    }
}
