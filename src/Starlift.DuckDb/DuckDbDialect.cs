using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Turns Redshift's statements into DuckDB's. Pure: text in, text out; thread-safe if its catalogue is.</summary>
public sealed class DuckDbDialect
{
    /// <summary>
    /// Several statements that each connection has to execute once before any that <see cref="Render(SqlStatement)"/> returns: settings
    /// that make DuckDB calculate as Redshift does, and macros. It changes nothing in the database's file and may be executed again.
    /// </summary>
    public const string SetUp = """
        SET integer_division = true;
        SET default_null_order = 'postgres';
        SET TimeZone = 'UTC';
        SET autoinstall_known_extensions = false;
        SET autoload_known_extensions = false;

        """ + DuckDbMacros.SetUp;

    readonly Func<TableName, CreateTable?> _tables;

    /// <param name="tables">
    /// The catalogue: what is known of a table, or null. Without it LIKE loses NOT NULL and defaults, and SUPER columns can't be
    /// navigated.
    /// </param>
    public DuckDbDialect(Func<TableName, CreateTable?>? tables = null) =>
        _tables = tables is null ? _ => null : name => tables(name) ?? tables(OtherName(name));

    /// <summary>
    /// DuckDB's statements for one of Redshift's, to be executed in order and in one transaction. Rows and row count of the whole are
    /// those of the last statement; COPY has none, for it is no statement of DuckDB's.
    /// </summary>
    public IReadOnlyList<string> Render(SqlStatement statement) => statement switch
    {
        CreateTable table => new DuckDbTableWriter(table, table.Like is { } like ? _tables(like.Table) : null, RenderExpression).Write(),
        DropTable drop => Render(drop),
        CommentOn comment => [Render(comment)],
        CopyStatement => throw new ArgumentException("a COPY is carried out by Starlift itself", nameof(statement)),
        OtherStatement other => new DuckDbStatement(new SqlTokens(other.Source, other.Tokens), _tables).Render(),
        _ => throw new ArgumentException($"unknown statement {statement.GetType().Name}", nameof(statement)),
    };

    // a table of the schema public goes by its bare name too
    static TableName OtherName(TableName name) =>
        name with { Schema = name.Schema switch { null => "public", "public" => null, var other => other } };

    static string RenderExpression(SqlSource expression) => new DuckDbStatement(new SqlTokens(expression), _ => null).RenderExpression();

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
