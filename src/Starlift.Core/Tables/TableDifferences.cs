using System.Text.RegularExpressions;
using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Tables;

/// <summary>
/// Where a star table on a target is not as its file declares it, each with the statements that mend it within Redshift's limits: of a
/// column's type only a VARCHAR's length can be altered, and NOT NULL not at all (Amazon Redshift: "ALTER TABLE"). The order of columns does
/// not matter, because star tables are filled by column names.
/// </summary>
static partial class TableDifferences
{
    const string Reset = "make it anew with starlift reset";
    const string Migrate = "run starlift migrate";

    /// <param name="table">As it is declared.</param>
    /// <param name="found">As the target has it.</param>
    /// <param name="remembered">As it was made, for what the target can't hold; null where nobody knows.</param>
    /// <param name="storedAs">As which type the target describes a column made with a type.</param>
    public static IReadOnlyList<TableMismatch> Of(Table table, FoundTable found, CreateTable? remembered, Func<SqlType, SqlType> storedAs) =>
    [
        .. table.Definition.Columns.Select(column => Of(table, column, found, remembered?.Column(column.Name), storedAs)).OfType<TableMismatch>(),
        .. found.Columns.Where(column => table.Definition.Column(column.Name) is null).Select(column => new TableMismatch(table.Name, Surplus(table, column))),
        .. KeyOf(table, remembered).Select(problem => new TableMismatch(table.Name, problem)),
    ];

    static TableMismatch? Of(Table table, ColumnDefinition declared, FoundTable found, ColumnDefinition? remembered, Func<SqlType, SqlType> storedAs)
    {
        var place = table.Definition.Source.PlaceOf(declared.Index);
        if (found.Column(declared.Name) is not { } column)
        {
            var statement = AddOf(table, declared);
            return new TableMismatch(
                table.Name,
                new Problem(
                    $"table {table.Name} has no column {declared.Name} on the target",
                    place,
                    statement is null
                        ? $"{Reset}: a column that is {(declared.Identity is null ? "NOT NULL without a DEFAULT" : "IDENTITY")} can't be added"
                        : $"{Migrate}, or add it there: {statement}; or {Reset}"))
            {
                Alteration = statement,
            };
        }

        // Whoever altered the table without Starlift left what is remembered behind.
        var known = remembered is not null && storedAs(remembered.Type) == column.Type ? remembered : declared;
        var type = storedAs(known.Type) == column.Type ? known.Type : column.Type;
        var notNull = found.TellsConstraints ? column.NotNull : known.NotNull;
        var isIdentity = found.TellsConstraints ? column.Identity is not null : known.Identity is not null;
        var there = Words(type, notNull, isIdentity);
        var here = Words(declared.Type, declared.NotNull, declared.Identity is not null);
        if (there == here)
        {
            return null;
        }

        var alteration = notNull == declared.NotNull && isIdentity == (declared.Identity is not null) && type.Kind == SqlTypeKind.Varchar && declared.Type.Kind == SqlTypeKind.Varchar
            && !IsBound(table, declared)
            ? $"alter table {Name(table.Name)} alter column {Name(declared.Name)} type {declared.Type}"
            : null;
        var widens = alteration is not null && declared.Type.Length > type.Length;
        var problem = new Problem(
            $"column {declared.Name} of table {table.Name} is {there} on the target and {here} here",
            place,
            alteration is null ? Exchange(table, declared) : $"{(widens ? $"{Migrate}, or " : "")}alter it there: {alteration}; or {Reset}");
        return new TableMismatch(table.Name, problem) { Alteration = widens ? alteration : null, AltersType = true };
    }

    static string Words(SqlType type, bool notNull, bool isIdentity) => $"{type}{(isIdentity ? " identity" : "")}{(notNull ? " not null" : "")}";

    static Problem Surplus(Table table, ColumnDefinition column) => new(
        $"table {table.Name} has a column {column.Name} on the target that is not declared here",
        table.Definition.Source.PlaceOf(table.Definition.Source.Start),
        $"drop it there: alter table {Name(table.Name)} drop column {Name(column.Name)}; or {Reset}");

    static IEnumerable<Problem> KeyOf(Table table, CreateTable? remembered)
    {
        if (remembered is not null && Table.KeyOf(remembered) is { } then && table.Key is { } now && !then.ToHashSet().SetEquals(now))
        {
            yield return new Problem(
                $"the key of table {table.Name} is ({string.Join(", ", now)}) here, and its rows on the target were merged by ({string.Join(", ", then)})",
                table.Definition.Source.PlaceOf(table.Definition.Source.Start),
                $"{Reset}, or declare the former key again");
        }
    }

    static string? AddOf(Table table, ColumnDefinition column) => column.Identity is not null || (column.NotNull && column.Default is null)
        ? null
        : $"alter table {Name(table.Name)} add column {Name(column.Name)} {column.Type}"
            + $"{(column.Default is { } value ? $" default {value}" : "")}{(column.NotNull ? " not null" : "")}";

    /// <summary>A column of another type takes the old one's place, where nothing hangs on the old one.</summary>
    static string Exchange(Table table, ColumnDefinition column)
    {
        if (column.NotNull || column.Identity is not null || IsBound(table, column))
        {
            return Reset;
        }

        var (name, column1, column2) = (Name(table.Name), Name(column.Name), Name($"{column.Name}_new"));
        return $"exchange it there: alter table {name} add column {column2} {column.Type}; update {name} set {column2} = {column1}; "
            + $"alter table {name} drop column {column1}; alter table {name} rename column {column2} to {column1}; or {Reset}";
    }

    /// <summary>Keys, references, distribution or sort order name it: Redshift alters and drops no such column.</summary>
    static bool IsBound(Table table, ColumnDefinition column) =>
        table.Definition.DistKey == column.Name
        || table.Definition.SortKey?.Columns.Contains(column.Name) == true
        || table.Definition.UniqueKeys.Any(key => key.Columns.Contains(column.Name))
        || table.Definition.ForeignKeys.Any(key => key.Columns.Contains(column.Name));

    static string Name(TableName table) => table.Schema is null ? Name(table.Name) : $"{Name(table.Schema)}.{Name(table.Name)}";

    static string Name(string name) => Plain().IsMatch(name) && !ReservedWords.Contains(name) ? name : Quoting.Name(name);

    [GeneratedRegex("^[a-z_][a-z0-9_]*$")]
    private static partial Regex Plain();
}
