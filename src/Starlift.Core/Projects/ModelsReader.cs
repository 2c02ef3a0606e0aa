using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>Makes models of the files of models/.</summary>
sealed class ModelsReader
{
    readonly DeclaredTables _tables;
    readonly Dictionary<TableName, Load> _loads;
    readonly List<Problem> _problems;

    public ModelsReader(DeclaredTables tables, IReadOnlyList<Load> loads, List<Problem> problems)
    {
        _tables = tables;
        _loads = loads.DistinctBy(load => load.Copy.Table).ToDictionary(load => load.Copy.Table);
        _problems = problems;
    }

    /// <summary>The models whose file states one; problems of the others are reported.</summary>
    public IReadOnlyList<Model> Read(IReadOnlyList<SqlFile> files) => [.. files.Select(ReadModel).OfType<Model>()];

    Model? ReadModel(SqlFile file)
    {
        var hint = $"write the SELECT that yields the rows of {file.Name}: Starlift creates, fills and empties tables itself";
        if (OneSelect.Of(file, "models", hint, _problems) is not { } select)
        {
            return null;
        }

        var name = _tables.Namesake(file.Name)?.Name ?? new TableName(null, file.Name);
        if (_tables.Find(name, "the file is named after", file.Start, _problems) is not { } table)
        {
            return null;
        }

        CheckTable(table, file);
        return new Model(file.Name, name, select, ReadTables.In(select, _tables.Names));
    }

    void CheckTable(Table table, SqlFile file)
    {
        if (_loads.GetValueOrDefault(table.Name) is { } load)
        {
            _problems.Add(new Problem(
                $"a model fills '{table.Name}', which a load fills too",
                file.Start,
                $"a table is filled by one of them: remove loads/{load.Name}.sql or this file"));
        }
        else if (table.Key is null)
        {
            _problems.Add(new Problem(
                $"the star table '{table.Name}' has no key that its model's rows could be merged by",
                table.Definition.PlaceOfName(table.Name.Name),
                "declare a PRIMARY KEY, or a UNIQUE constraint without the IDENTITY column"));
        }
    }
}
