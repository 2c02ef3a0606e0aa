using System.Globalization;
using Starlift.Errors;
using Starlift.Sql;
using Starlift.Sql.Tree;
using TableDefinition = Starlift.Sql.Meaning.Catalogues.TableDefinition;

namespace Starlift.DuckDb;

/// <summary>The Redshift definition of a table as far as COPY, LIKE and the system views need it: its columns, keys, distribution and sort order.</summary>
static class DuckDbDefinition
{
    /// <summary>Of a table that has just been made.</summary>
    /// <param name="table">Its statement.</param>
    /// <param name="like">The table that its LIKE names; null where there is none, or none is known.</param>
    /// <returns>Null where the columns can't be told from the statement.</returns>
    public static CreateTable? Of(CreateTable table, CreateTable? like)
    {
        if (table.Like is not { } clause)
        {
            return Of(table, table.Columns);
        }

        // an IDENTITY is no default: it stays with the table that has it
        return like is null ? null : Of(table, like.Columns
            .Select(column => column with { Identity = null, Default = clause.IncludingDefaults ? column.Default : null })
            .Concat(table.Columns));
    }

    /// <summary>Of a table that has just been made of a query's rows; null where its columns have no types of a table's.</summary>
    /// <param name="create">The statement.</param>
    /// <param name="made">What it made.</param>
    public static CreateTable? Of(CreateTableAsStatement create, TableDefinition made)
    {
        if (made.IsOpen)
        {
            return null;
        }

        string NameOf(Expression column) => column switch
        {
            ColumnReference { Parts: [.., var name] } => name.Name,
            NumberLiteral number when int.TryParse(number.Digits, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= made.Columns.Count => made.Columns[place - 1].Name,
            _ => "",
        };
        var attributes = create.Attributes.Select(attribute => attribute.Kind switch
        {
            TableAttributeKind.DistStyle when attribute.Columns.Count == 0 => $" diststyle {attribute.Word}",
            TableAttributeKind.DistStyle or TableAttributeKind.DistKey => $" distkey({Quoting.Name(NameOf(attribute.Columns[0]))})",
            TableAttributeKind.SortKey when attribute.Columns.Count > 0 => $" {attribute.Word} sortkey({string.Join(", ", attribute.Columns.Select(column => Quoting.Name(NameOf(column))))})",
            _ => "",
        });
        var columns = made.Columns.Select(column => $"{Quoting.Name(column.Name)} {column.Type}");
        try
        {
            var name = TableName.Of(create.Name);
            return SqlScript.Parse(name.ToString(), $"create {(create.Temporary ? "temp " : "")}table {name.Quoted} ({string.Join(", ", columns)}){string.Concat(attributes)}") is [CreateTable table] ? table : null;
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }

    /// <summary>
    /// The definition as the database's own columns bear it out: whoever altered the table without Starlift left it behind.
    /// </summary>
    /// <param name="known">As it is remembered.</param>
    /// <param name="found">As the database describes the table.</param>
    public static CreateTable Reconcile(CreateTable known, CreateTable found)
    {
        var columns = found.Columns
            .Select(column => known.Column(column.Name) is { } same && Holds(column.Type, same.Type) ? same : column)
            .ToList();
        return columns.SequenceEqual(known.Columns) ? known : Of(found, columns);
    }

    static CreateTable Of(CreateTable table, IEnumerable<ColumnDefinition> columns) => AlteredTable.Keyed(AlteredTable.With(table with { UniqueKeys = [] }, columns), table);

    /// <summary>True where a column of the engine's type may have been made with the Redshift type.</summary>
    public static bool Holds(SqlType found, SqlType known) =>
        found.IsCharacter ? known.IsCharacter || known.Kind == SqlTypeKind.TimeTz
        : found.Kind == SqlTypeKind.Decimal ? found == known
        : found.Kind == known.Kind;
}
