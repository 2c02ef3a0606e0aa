using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>Checks REFERENCES against the tables that the project declares.</summary>
sealed class ForeignKeyRules
{
    readonly DeclaredTables _tables;
    readonly List<Problem> _problems;

    public ForeignKeyRules(DeclaredTables tables, List<Problem> problems)
    {
        _tables = tables;
        _problems = problems;
    }

    public void Check()
    {
        foreach (var table in _tables.All)
        {
            foreach (var key in table.Definition.ForeignKeys)
            {
                Check(table.Definition, key);
            }
        }
    }

    void Check(CreateTable definition, ForeignKey key)
    {
        var place = definition.PlaceOfName(key.Table.Name, after: "references");
        if (_tables.Find(key.Table, $"'{definition.Name}' refers to", place, _problems) is not { } referred)
        {
            return;
        }

        var columns = key.ReferencedColumns.Count > 0
            ? key.ReferencedColumns
            : referred.Definition.UniqueKeys.FirstOrDefault(unique => unique.Primary)?.Columns;
        if (columns is null)
        {
            _problems.Add(new Problem(
                $"'{definition.Name}' refers to '{key.Table}', which has no primary key", place, "name the columns: references table (column)"));
            return;
        }

        if (columns.FirstOrDefault(column => referred.Definition.Column(column) is null) is { } missing)
        {
            _problems.Add(new Problem(
                $"'{definition.Name}' refers to the column '{missing}', which '{key.Table}' does not have",
                place,
                Suggestion.For(missing, referred.Definition.Columns.Select(column => column.Name))));
        }
        else if (columns.Count != key.Columns.Count)
        {
            _problems.Add(new Problem(
                $"{Count(key.Columns)} of '{definition.Name}' {(key.Columns.Count == 1 ? "refers" : "refer")} to {Count(columns)} of '{key.Table}'",
                place,
                "name as many columns on both sides"));
        }
    }

    static string Count(IReadOnlyList<string> columns) => columns.Count == 1 ? "1 column" : $"{columns.Count} columns";
}
