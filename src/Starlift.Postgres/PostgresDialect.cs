using Starlift.Errors;
using Starlift.Postgres.Writing;
using Starlift.Sql;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Writing;
using Starlift.Warehouses;

namespace Starlift.Postgres;

/// <summary>Turns Redshift's statements into PostgreSQL's, from which Redshift descends. Pure and thread-safe.</summary>
public static class PostgresDialect
{
    /// <summary>
    /// PostgreSQL's statements for one of Redshift's, to be executed in order and in one transaction. COPY has none, for Starlift itself
    /// carries it out.
    /// </summary>
    /// <param name="statement">The statement.</param>
    /// <param name="bound">Its meaning; null of one that <see cref="StatementMeaning.IsNeeded"/> has none of.</param>
    /// <param name="definitions">What is known of tables from their statements, for the system views; null for nothing.</param>
    /// <exception cref="ConfigurationException">PostgreSQL can't do what it says.</exception>
    public static EngineStatement Render(SqlStatement statement, BoundStatement? bound, IEnumerable<CreateTable>? definitions = null)
    {
        try
        {
            return new EngineStatement(statement, Written(statement, bound, definitions)) { Columns = bound?.Columns ?? [] };
        }
        catch (SqlException refused)
        {
            throw new ConfigurationException(refused.Message, refused.Place, refused.Hint, refused);
        }
    }

    static IReadOnlyList<WrittenSql> Written(SqlStatement statement, BoundStatement? bound, IEnumerable<CreateTable>? definitions) => statement switch
    {
        CreateTable table => [.. PostgresTableWriter.Write(table, bound as BoundCreateTable).Select(sql => new WrittenSql(sql))],
        DropTable drop =>
            [new($"DROP TABLE {(drop.IfExists ? "IF EXISTS " : "")}{string.Join(", ", drop.Tables.Select(table => table.Quoted))}{(drop.Cascade ? " CASCADE" : "")}")],
        CommentOn comment => [new(Written(comment))],
        CopyStatement => throw new ArgumentException("a COPY is carried out by Starlift itself", nameof(statement)),
        OtherStatement other => new PostgresWriter(other.Source, definitions).Write(other.Tree, bound!),
        _ => throw new ArgumentException($"unknown statement {statement.GetType().Name}", nameof(statement)),
    };

    static string Written(CommentOn comment)
    {
        var column = comment.Column is null ? "" : $".{Quoting.Name(comment.Column)}";
        var text = comment.Text is null ? "NULL" : Quoting.Literal(comment.Text);
        return $"COMMENT ON {(comment.Column is null ? "TABLE" : "COLUMN")} {comment.Table.Quoted}{column} IS {text}";
    }
}
