using Starlift.Errors;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning.Catalogues;
using ColumnDefinition = Starlift.Sql.ColumnDefinition;

namespace Starlift.Projects;

/// <summary>
/// Finds out of which staged records the rows of a scope's key come, and that they come of no others: from the model's text, so that nothing is lost
/// because its author was mistaken.
/// </summary>
/// <param name="loads">Of the project.</param>
/// <param name="tables">That the project declares.</param>
/// <param name="problems">Gets what is wrong.</param>
sealed class ModelScopes(IReadOnlyList<Load> loads, DeclaredTables tables, List<Problem> problems)
{
    /// <param name="header">Of the model.</param>
    /// <param name="model">With what it means.</param>
    /// <param name="table">That it fills.</param>
    /// <returns>Null where the header says nothing, or a problem was added.</returns>
    public ModelScope? Of(ModelHeader header, Model model, Table table)
    {
        if (header.Replaces.Count == 0 || header.PlaceOfReplaces is not { } place)
        {
            return null;
        }

        var feeding = loads.Where(load => model.Reads.Contains(load.Copy.Table)).ToList();
        if (feeding.Count != 1)
        {
            Add(place, $"'replaces' needs a model that reads what one load stages, and {model.Name} reads {(feeding.Count == 0 ? "no staging table" : string.Join(" and ", feeding.Select(load => $"that of {load.Name}")))}",
                feeding.Count == 0 ? "leave 'replaces' out: the table is built anew from the tables that it reads" : "let the model read the star table that is filled from the other one, or leave 'replaces' out");
            return null;
        }

        var staging = tables.Of(feeding[0].Copy.Table);
        var outputs = header.Replaces.Select(name => model.Query.Columns.Select(column => column.Name).ToList().IndexOf(name)).ToList();
        if (outputs.Contains(-1))
        {
            // The run tells that the model does not yield the column, as it does for every model.
            return null;
        }

        var lineage = ColumnLineage.Of(model.Query);
        List<ColumnDefinition> sources = [];
        foreach (var (name, output) in header.Replaces.Zip(outputs))
        {
            var staged = lineage[output].Where(input => input.Use == ColumnUse.Identity && Is(input.Origin, staging.Name)).Select(input => input.Origin.Column).Distinct().ToList();
            if (staged.Count != 1 || staging.Definition.Column(staged[0]) is not { } source)
            {
                Add(place, $"'replaces' needs a column that is one of {staging.Name} as it is, and {name} of model {model.Name} is not", $"select the column of {staging.Name} itself, and store it in that type");
                return null;
            }

            if (!AreAlike(source, table.Definition.Column(name)!))
            {
                Add(place, $"'replaces' needs a column that has the same values in {staging.Name} and in {table.Name}, and {name} is {TypeOf(source)} there and {TypeOf(table.Definition.Column(name)!)} here", "declare both alike, as integers, texts, dates, timestamps, decimals or booleans");
                return null;
            }

            sources.Add(source);
        }

        var scope = new ModelScope(header.Replaces, feeding[0].Name, staging.Name, sources);
        if (KeyLocality.FaultOf(model.Query, outputs, read => KeyOf(read, scope, table)) is { } fault)
        {
            Add(model.Select.Source.PlaceOf(fault.Span.Start),
                $"'replaces' needs rows that come from the records of one {string.Join(", ", scope.Columns)} each, and model {model.Name} {fault.What}",
                $"let the model do so within {string.Join(", ", scope.Columns)}, or leave 'replaces' out: corrections then build the table anew from all objects");
            return null;
        }

        return scope;
    }

    static IReadOnlyList<string>? KeyOf(TableDefinition read, ModelScope scope, Table star) =>
        Is(read.Schema, read.Name, scope.Staging) ? [.. scope.Sources.Select(source => source.Name)]
        : Is(read.Schema, read.Name, star.Name) ? scope.Columns
        : null;

    static bool Is(ColumnOrigin origin, TableName table) => Is(origin.Schema, origin.Table, table);

    static bool Is(string schema, string name, TableName table) => new TableName(schema, name).In(new HashSet<TableName> { table }) is not null;

    // what is written in one type is read in the other as the same text
    static bool AreAlike(ColumnDefinition one, ColumnDefinition other) => !one.CaseInsensitive && !other.CaseInsensitive
        && ((IsInteger(one.Type) && IsInteger(other.Type))
            || (one.Type.IsCharacter && other.Type.IsCharacter)
            || (one.Type == other.Type && one.Type.Kind is SqlTypeKind.Date or SqlTypeKind.Timestamp or SqlTypeKind.Decimal or SqlTypeKind.Boolean));

    static string TypeOf(ColumnDefinition column) => column.CaseInsensitive ? $"a case-insensitive {column.Type}" : $"{column.Type}";

    static bool IsInteger(SqlType type) => type.Kind is SqlTypeKind.SmallInt or SqlTypeKind.Integer or SqlTypeKind.BigInt;

    void Add(SourcePlace place, string what, string hint) => problems.Add(new Problem(what, place, hint));
}
