using Starlift.Sql.Tree;

namespace Starlift.Sql.Analysis;

/// <summary>The names of a statement that the session's search path completes (Amazon Redshift: "search_path"). Names that have a schema are none.</summary>
public static class NamesWithoutSchema
{
    /// <summary>Of tables and views that are to be there: the schema is the first of the path that has one.</summary>
    public static IReadOnlyList<Identifier> Found(Statement statement)
    {
        var made = Made(statement);
        return
        [
            .. Mentions(statement).Where(name => name.Parts.Count == 1).Concat(OfColumns(statement)).Select(name => name.Parts[0])
                .Where(name => !made.Contains(name)).DistinctBy(name => name.Span.Start).OrderBy(name => name.Span.Start),
        ];
    }

    /// <summary>Of tables and views that the statement makes: the schema is the first of the path that there is. Temporary tables are none.</summary>
    public static IReadOnlyList<Identifier> Made(Statement statement) =>
        [.. MadeBy(statement).Where(name => name.Parts.Count == 1 && !name.Parts[0].Name.StartsWith('#')).Select(name => name.Parts[0])];

    static IEnumerable<QualifiedName> Mentions(Statement statement) => statement switch
    {
        // its names have to have a schema
        CreateViewStatement { NoSchemaBinding: true } => [],
        DropStatement { Kind: ObjectKind.Table or ObjectKind.View or ObjectKind.MaterializedView } drop => drop.Names.Select(name => name.Name),
        RefreshStatement refresh => [refresh.Name],
        CreateTableStatement create => TableMentions.Of(create).Concat(create.DescendantsAndSelf().Select(References).OfType<QualifiedName>()),
        _ => TableMentions.Of(statement),
    };

    // the name of a column has its table's before it
    static IEnumerable<QualifiedName> OfColumns(Statement statement) =>
        statement is CommentStatement { Kind: ObjectKind.Column, Name.Name: { Parts.Count: 2 } column } ? [column] : [];

    static QualifiedName? References(SqlNode node) => node switch
    {
        ColumnAttribute attribute => attribute.References,
        TableConstraint constraint => constraint.References,
        _ => null,
    };

    static IEnumerable<QualifiedName> MadeBy(Statement statement) => statement switch
    {
        CreateTableStatement { Temporary: false } create => [create.Name],
        CreateTableAsStatement { Temporary: false } create => [create.Name],
        CreateViewStatement create => [create.Name],
        CreateMaterializedViewStatement create => [create.Name],
        _ => statement.DescendantsAndSelf().OfType<IntoClause>().Where(into => !into.Temporary).Select(into => into.Name),
    };
}
