using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>Makes models of the files of models/.</summary>
sealed class ModelsReader
{
    readonly DeclaredTables _tables;
    readonly Dictionary<TableName, Load> _loads;
    readonly QueryMeanings _meanings;
    readonly List<Problem> _problems;
    readonly ModelScopes _scopes;

    public ModelsReader(DeclaredTables tables, IReadOnlyList<Load> loads, QueryMeanings meanings, List<Problem> problems)
    {
        _tables = tables;
        _meanings = meanings;
        _loads = loads.DistinctBy(load => load.Copy.Table).ToDictionary(load => load.Copy.Table);
        _problems = problems;
        _scopes = new ModelScopes(loads, tables, problems);
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
        var header = ModelHeader.Of(file, table, _problems);
        if (_meanings.Bind(select, _tables.Catalogue) is not { } query)
        {
            return null;
        }

        var model = new Model(file.Name, name, select, query, ReadTables.In(select, _tables.Names)) { Newest = header.Newest };
        return model with { Replaces = _scopes.Of(header, model, table) };
    }

    static string UniqueFor(Table table)
    {
        var columns = table.Definition.Columns.Where(column => column.Identity is null).ToList();
        var required = columns.Where(column => column.NotNull).ToList();
        return $"unique ({string.Join(", ", (required.Count > 0 ? required : columns).Select(column => column.Name))})";
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
        else if (table.Key.FirstOrDefault(name => table.Definition.Column(name)?.Identity is not null) is { } identity)
        {
            _problems.Add(new Problem(
                $"the star table '{table.Name}' has no key but {identity}, an IDENTITY column, whose values no model yields: rows could not be told apart",
                table.Definition.PlaceOfName(identity),
                $"add a UNIQUE constraint of the columns that tell rows apart, such as {UniqueFor(table)}"));
        }
    }
}
