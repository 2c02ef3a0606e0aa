using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>Makes loads of the files of loads/.</summary>
sealed class LoadsReader
{
    readonly DeclaredTables _tables;
    readonly List<Problem> _problems;

    public LoadsReader(DeclaredTables tables, List<Problem> problems)
    {
        _tables = tables;
        _problems = problems;
    }

    /// <summary>The loads whose file states one; problems of the others are reported.</summary>
    public IReadOnlyList<Load> Read(IReadOnlyList<SqlFile> files) => [.. files.Select(ReadLoad).OfType<Load>()];

    Load? ReadLoad(SqlFile file)
    {
        if (file.Statements is not [CopyStatement copy])
        {
            var other = file.Statements[0] is CopyStatement ? file.Statements[1] : file.Statements[0];
            _problems.Add(new Problem("a file of loads/ holds one COPY and nothing else", other.Start(), "remove this statement"));
            return null;
        }

        var place = copy.PlaceOfName(copy.Table.Name);
        if (copy.Table.Name != file.Name)
        {
            _problems.Add(new Problem(
                $"the file is named {file.Name}.sql and its COPY fills '{copy.Table}'", place, $"rename the file to {copy.Table.Name}.sql, or mend the COPY"));
        }

        if (_tables.Find(copy.Table, "the COPY fills", place, _problems) is { } table)
        {
            CheckColumns(copy, table);
            copy = copy with { Keys = LoadHeader.KeysOf(copy, table, _problems) };
        }

        return new Load(file.Name, copy);
    }

    void CheckColumns(CopyStatement copy, Table table)
    {
        foreach (var column in (copy.Columns ?? []).Where(column => table.Definition.Like is null && table.Definition.Column(column) is null))
        {
            _problems.Add(new Problem(
                $"the COPY names the column '{column}', which '{table.Name}' does not have",
                copy.PlaceOfName(column, after: copy.Table.Name),
                Suggestion.For(column, table.Definition.Columns.Select(declared => declared.Name))));
        }
    }
}
