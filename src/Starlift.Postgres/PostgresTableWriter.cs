using Starlift.Postgres.Writing;
using Starlift.Sql;
using Starlift.Sql.Meaning.Bound;

namespace Starlift.Postgres;

/// <summary>
/// Writes CREATE TABLE for PostgreSQL. What Redshift doesn't enforce goes: keys and references are checked before a run is published.
/// Distribution, sort order and compression go too. Texts sort by their bytes, as on Redshift, whatever the database's collation is.
/// </summary>
static class PostgresTableWriter
{
    const string CaseInsensitive = "starlift_case_insensitive";

    /// <param name="table">The statement.</param>
    /// <param name="bound">Its meaning; null where no column has a default.</param>
    public static IReadOnlyList<string> Write(CreateTable table, BoundCreateTable? bound)
    {
        var defaults = bound?.Defaults.ToDictionary(value => bound.Table.Columns[value.Key].Name, value => new PostgresWriter(table.Source).Write(value.Value).Text);
        var items = table.Columns.Select(column => Write(column, defaults?.GetValueOrDefault(column.Name))).ToList();
        if (table.Like is { } like)
        {
            items.Insert(0, $"LIKE {like.Table.Quoted}{(like.IncludingDefaults ? " INCLUDING DEFAULTS" : "")}");
        }

        var name = (table.Temporary ? table.Name with { Schema = null } : table.Name).Quoted;
        var create = $"CREATE {(table.Temporary ? "TEMP " : "")}TABLE {(table.IfNotExists ? "IF NOT EXISTS " : "")}{name} (\n    {string.Join(",\n    ", items)}\n)";
        return table.Columns.Any(column => column.CaseInsensitive)
            ? [$"CREATE COLLATION IF NOT EXISTS public.{CaseInsensitive} (provider = icu, locale = 'und-u-ks-level2', deterministic = false)", create]
            : [create];
    }

    static string Write(ColumnDefinition column, string? value)
    {
        var text = $"{Quoting.Name(column.Name)} {PostgresType.Of(column.Type)}";
        if (column.Type.IsCharacter)
        {
            text += column.CaseInsensitive ? $" COLLATE public.{CaseInsensitive}" : " COLLATE \"C\"";
        }

        if (column.NotNull)
        {
            text += " NOT NULL";
        }

        if (column.Identity is { } identity)
        {
            return $"{text} GENERATED {(identity.ByDefault ? "BY DEFAULT" : "ALWAYS")} AS IDENTITY ({Sequence(identity)})";
        }

        return value is null ? text : $"{text} DEFAULT ({value})";
    }

    static string Sequence(Identity identity) => identity.Step > 0
        ? $"START WITH {identity.Seed} INCREMENT BY {identity.Step} MINVALUE {Math.Min(identity.Seed, 1)}"
        : $"START WITH {identity.Seed} INCREMENT BY {identity.Step} MAXVALUE {Math.Max(identity.Seed, -1)}";
}
