using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>Makes tables of the files of tables/.</summary>
sealed class TablesReader
{
    readonly List<Problem> _problems;

    public TablesReader(List<Problem> problems) => _problems = problems;

    /// <summary>The tables whose file states one; problems of the others are reported.</summary>
    public IReadOnlyList<Table> Read(IReadOnlyList<SqlFile> files) => [.. files.Select(ReadTable).OfType<Table>()];

    Table? ReadTable(SqlFile file)
    {
        var definitions = file.Statements.OfType<CreateTable>().ToList();
        if (definitions.Count == 0)
        {
            _problems.Add(new Problem("the file holds no CREATE TABLE with columns", file.Statements[0].Start(), $"write: create table {file.Name} (…)"));
            return null;
        }

        foreach (var second in definitions.Skip(1))
        {
            _problems.Add(new Problem("a second CREATE TABLE stands here", second.Start(), $"move it to tables/{second.Name.Name}.sql: one file a table"));
        }

        foreach (var other in file.Statements.Where(statement => statement is not (CreateTable or CommentOn)))
        {
            _problems.Add(new Problem("a file of tables/ holds one CREATE TABLE and COMMENT ONs, and nothing else", other.Start(), "remove this statement"));
        }

        CheckDefinition(definitions[0], file);
        return new Table
        {
            Definition = definitions[0],
            Comments = [.. Comments(file, definitions[0])],
            Comment = Comments(file, definitions[0]).LastOrDefault(comment => comment.Column is null)?.Text,
            ColumnComments = Comments(file, definitions[0])
                .Where(comment => comment is { Column: not null, Text: not null })
                .GroupBy(comment => comment.Column!)
                .ToDictionary(group => group.Key, group => group.Last().Text!),
        };
    }

    void CheckDefinition(CreateTable definition, SqlFile file)
    {
        var name = definition.Name.Name;
        if (name != file.Name)
        {
            _problems.Add(new Problem(
                $"the file is named {file.Name}.sql and its table '{name}'", definition.PlaceOfName(name), $"rename the file to {name}.sql, or the table"));
        }

        if (definition.Temporary)
        {
            _problems.Add(new Problem($"the table '{name}' is temporary", definition.Start(), "remove TEMP: a project's tables outlive the run"));
        }

        if (definition.Like is { } like)
        {
            _problems.Add(new Problem(
                $"the table '{name}' takes its columns from '{like.Table}'",
                definition.PlaceOfName(like.Table.Name, after: "like"),
                "list its columns: the CREATE TABLE is the one description of a table"));
        }

        foreach (var comment in file.Statements.OfType<CommentOn>())
        {
            CheckComment(comment, definition);
        }
    }

    void CheckComment(CommentOn comment, CreateTable definition)
    {
        if (comment.Table != definition.Name)
        {
            _problems.Add(new Problem(
                $"the comment is on '{comment.Table}', the file's table is '{definition.Name}'",
                comment.PlaceOfName(comment.Table.Name),
                NearMiss.Hint(comment.Table.ToString(), [definition.Name.ToString()]) ?? $"move it to tables/{comment.Table.Name}.sql"));
        }
        else if (comment.Column is { } column && definition.Like is null && definition.Column(column) is null)
        {
            _problems.Add(new Problem(
                $"the comment is on the column '{column}', which '{definition.Name}' does not have",
                comment.PlaceOfName(column, after: "column"),
                Suggestion.For(column, definition.Columns.Select(declared => declared.Name))));
        }
    }

    static IEnumerable<CommentOn> Comments(SqlFile file, CreateTable definition) =>
        file.Statements.OfType<CommentOn>().Where(comment => comment.Table == definition.Name);
}
