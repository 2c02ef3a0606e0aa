using Starlift.Errors;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Tree;

namespace Starlift.Warehouses;

/// <summary>The names of a statement that have no schema, and which one each of them means.</summary>
sealed class SearchedNames
{
    const string Public = "public";

    readonly IReadOnlyList<Identifier> _made;
    readonly IReadOnlyList<Identifier> _found;

    SearchedNames(Statement statement) => (_made, _found) = (NamesWithoutSchema.Made(statement), [.. NamesWithoutSchema.Found(statement).Where(name => !IsOfSystem(name.Name))]);

    public static SearchedNames Of(Statement statement) => new(statement);

    public bool IsEmpty => _made.Count + _found.Count == 0;

    /// <summary>The statement with the schemas written before the names, but for temporary tables and those of public, which every engine finds so.</summary>
    /// <param name="statement">The statement of these names.</param>
    /// <param name="path">The schemas of the search path, whether they are there or not.</param>
    /// <param name="source">Knows what there is.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="StarliftException">A name would mean something that the path does not lead to.</exception>
    public async Task<SqlStatement> CompleteAsync(SqlStatement statement, IReadOnlyList<string> path, ICatalogueSource source, CancellationToken cancellationToken)
    {
        var schemas = await source.SchemasAsync(cancellationToken);
        var there = path.Where(schema => schema == Public || schemas.Contains(schema)).Distinct().ToList();
        if (there is [Public])
        {
            return statement;
        }

        if (_made.Count > 0 && there.Count == 0)
        {
            throw Refuse(statement, _made[0], "no schema has been selected to create in", "name the schema, or set search_path to one that there is");
        }

        var names = _found.Select(name => name.Name).Distinct().ToList();
        var tables = names.Count == 0 ? new Dictionary<TableName, TableDefinition>() : await source.DescribeAsync(
            [.. names.Select(name => new TableName(null, name)), .. names.SelectMany(name => there.Append(Public).Distinct().Select(schema => new TableName(schema, name)))], cancellationToken);
        var schemaOf = names.ToDictionary(name => name, name => SchemaOf(name, there, tables) ?? (IsDrop(statement) ? there.FirstOrDefault() : null));
        var words = _made.Select(name => (name, Schema: there[0]))
            .Concat(_found.Select(name => (name, Schema: schemaOf[name.Name] ?? throw Refuse(statement, name, $"relation \"{name.Name}\" does not exist", "the search path does not lead to it: name its schema"))))
            .Where(name => name.Schema is not ("" or Public))
            .Select(name => (name.name.Span.Start, $"{Quoting.Name(name.Schema)}."))
            .OrderBy(word => word.Start)
            .ToList();
        return words.Count == 0 ? statement : Read(statement, TextInsertions.Into(statement.Source, words));
    }

    // "" where the name is right as it is, null where public has it and the path does not lead there
    static string? SchemaOf(string name, List<string> there, IReadOnlyDictionary<TableName, TableDefinition> tables) =>
        tables.GetValueOrDefault(new TableName(null, name)) is { Kind: TableKind.Temporary } ? ""
        : there.Find(schema => tables.ContainsKey(new TableName(schema, name))) is { } schema ? schema
        : tables.ContainsKey(new TableName(Public, name)) ? null : "";

    // what is not there may be dropped all the same: IF EXISTS
    static bool IsDrop(SqlStatement statement) => statement is DropTable or OtherStatement { Tree: DropStatement };

    static SqlStatement Read(SqlStatement statement, SqlSource source) => (StatementParser.Parse(RefusedSql.Split(source)[0]), statement) switch
    {
        (CopyStatement read, CopyStatement copy) => read with { Keys = copy.Keys },
        (var read, _) => read,
    };

    static bool IsOfSystem(string name) => SystemTables.Find("pg_catalog", name) is not null;

    static StarliftException Refuse(SqlStatement statement, Identifier name, string what, string hint) =>
        new(ExitCode.RunFailed, new Problem(what, statement.Source.PlaceOf(name.Span.Start), hint));
}
