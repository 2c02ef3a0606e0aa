using Starlift.DuckDb.Writing;
using Starlift.Errors;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Writing;
using Starlift.Warehouses;

namespace Starlift.DuckDb;

/// <summary>Turns Redshift's statements into DuckDB's. Pure; thread-safe if its catalogue is.</summary>
public sealed class DuckDbDialect
{
    /// <summary>
    /// Several statements that each connection has to execute once before any that <see cref="Render(SqlStatement, BoundStatement?, IReadOnlyList{NumberedRows}?)"/> returns: settings
    /// that make DuckDB calculate as Redshift does. It changes nothing in the database's file and may be executed again.
    /// </summary>
    public const string SetUp = """
        SET integer_division = true;
        SET default_null_order = 'postgres';
        SET TimeZone = 'UTC';
        SET autoinstall_known_extensions = false;
        SET autoload_known_extensions = false;
        """;

    readonly Func<TableName, CreateTable?> _tables;
    readonly Func<IEnumerable<CreateTable>>? _all;
    readonly Func<IReadOnlyDictionary<TableName, WrittenView>>? _views;

    /// <param name="tables">The catalogue: what is known of a table, or null. Without it LIKE loses NOT NULL and defaults.</param>
    /// <param name="all">All tables that are known so; null for none.</param>
    /// <param name="views">Views, as they were written; null for none.</param>
    public DuckDbDialect(Func<TableName, CreateTable?>? tables = null, Func<IEnumerable<CreateTable>>? all = null, Func<IReadOnlyDictionary<TableName, WrittenView>>? views = null) =>
        (_all, _views, _tables) = (all, views, tables is null ? _ => null : name => tables(name) ?? tables(OtherName(name)));

    /// <summary>
    /// DuckDB's statements for one of Redshift's, to be executed in order and in one transaction. COPY has none, for it is no statement of
    /// DuckDB's.
    /// </summary>
    /// <param name="statement">The statement.</param>
    /// <param name="bound">Its meaning; null of one that <see cref="StatementMeaning.IsNeeded"/> has none of.</param>
    /// <param name="nearlyUnique">SELECTs within it that number rows of keys which are nearly unique; null for none.</param>
    /// <exception cref="ConfigurationException">DuckDB can't do what it says.</exception>
    public EngineStatement Render(SqlStatement statement, BoundStatement? bound, IReadOnlyList<NumberedRows>? nearlyUnique = null)
    {
        try
        {
            return new EngineStatement(statement, Written(statement, bound, nearlyUnique ?? [])) { Columns = bound?.Columns ?? [] };
        }
        catch (SqlException refused)
        {
            throw new ConfigurationException(refused.Message, refused.Place, refused.Hint, refused);
        }
    }

    IReadOnlyList<WrittenSql> Written(SqlStatement statement, BoundStatement? bound, IReadOnlyList<NumberedRows> nearlyUnique) => statement switch
    {
        CreateTable table => [.. new DuckDbTableWriter(table, table.Like is { } like ? _tables(like.Table) : null, bound as BoundCreateTable).Write().Select(sql => new WrittenSql(sql))],
        DropTable drop => [.. Render(drop).Select(sql => new WrittenSql(sql))],
        CommentOn comment => [new(Render(comment))],
        CopyStatement => throw new ArgumentException("a COPY is carried out by Starlift itself", nameof(statement)),
        OtherStatement other => new DuckDbWriter(other.Source, _all, _views) { NumberedApart = nearlyUnique }.Write(other.Tree, bound!),
        _ => throw new ArgumentException($"unknown statement {statement.GetType().Name}", nameof(statement)),
    };

    // a table of the schema public goes by its bare name too
    static TableName OtherName(TableName name) =>
        name with { Schema = name.Schema switch { null => "public", "public" => null, var other => other } };

    List<string> Render(DropTable drop)
    {
        var statements = new List<string>();
        foreach (var table in drop.Tables)
        {
            var identities = Math.Max(1, _tables(table)?.Columns.Count(column => column.Identity is not null) ?? 1);
            statements.Add($"DROP TABLE {(drop.IfExists ? "IF EXISTS " : "")}{DuckDbName.Of(table)}{(drop.Cascade ? " CASCADE" : "")}");
            statements.AddRange(Enumerable.Range(1, identities).Select(number => DuckDbIdentity.Drop(table, number)));
        }

        return statements;
    }

    static string Render(CommentOn comment)
    {
        var column = comment.Column is null ? "" : $".{DuckDbName.Quote(comment.Column)}";
        var text = comment.Text is null ? "NULL" : DuckDbName.Literal(comment.Text);
        return $"COMMENT ON {(comment.Column is null ? "TABLE" : "COLUMN")} {DuckDbName.Of(comment.Table)}{column} IS {text}";
    }
}
