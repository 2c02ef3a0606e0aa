using Starlift.Sql;

namespace Starlift.DuckDb;

/// <summary>IDENTITY columns, for which DuckDB needs a sequence beside the table.</summary>
static class DuckDbIdentity
{
    /// <summary>
    /// The sequence behind the table's IDENTITY column number <paramref name="number"/> (1-based). Its name follows from the table's,
    /// so that DROP TABLE finds it without a catalogue.
    /// </summary>
    public static TableName Sequence(TableName table, int number = 1) =>
        // nextval('…') can't read a doubled quote in a name
        table with { Name = $"{table.Name.Replace('"', '_')}$identity{(number == 1 ? "" : number)}" };

    public static string Create(CreateTable table, Identity identity, int number)
    {
        var range = identity.Step > 0
            ? $"MINVALUE {Math.Min(identity.Seed, 1)} MAXVALUE {long.MaxValue}"
            : $"MINVALUE {long.MinValue} MAXVALUE {Math.Max(identity.Seed, 1)}";
        return $"CREATE {(table.Temporary ? "TEMP " : "")}SEQUENCE IF NOT EXISTS {DuckDbName.Of(Sequence(table.Name, number))} "
            + $"INCREMENT BY {identity.Step} {range} START WITH {identity.Seed}";
    }

    public static string Default(CreateTable table, int number) =>
        $"nextval({DuckDbName.Literal(DuckDbName.Of(Sequence(table.Name, number)))})";

    public static string Drop(TableName table, int number = 1) => $"DROP SEQUENCE IF EXISTS {DuckDbName.Of(Sequence(table, number))}";
}
