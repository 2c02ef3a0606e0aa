using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.Postgres;

/// <summary>Turns Redshift's statements into PostgreSQL's, from which Redshift descends. Pure; thread-safe if its catalogue is.</summary>
public sealed class PostgresDialect
{
    readonly Func<TableName, CreateTable?> _tables;

    /// <param name="tables">The catalogue: what is known of a table, or null. Without it SUPER columns can't be navigated.</param>
    public PostgresDialect(Func<TableName, CreateTable?>? tables = null) => _tables = tables ?? (_ => null);

    /// <summary>
    /// PostgreSQL's statements for one of Redshift's, to be executed in order and in one transaction. Rows and row count of the whole are
    /// those of the last statement; COPY has none, for Starlift itself carries it out.
    /// </summary>
    public IReadOnlyList<string> Render(SqlStatement statement) => statement switch
    {
        CreateTable table => PostgresTableWriter.Write(table, RenderExpression),
        DropTable drop =>
            [$"DROP TABLE {(drop.IfExists ? "IF EXISTS " : "")}{string.Join(", ", drop.Tables.Select(SqlNames.Of))}{(drop.Cascade ? " CASCADE" : "")}"],
        CommentOn comment => [Render(comment)],
        CopyStatement => throw new ArgumentException("a COPY is carried out by Starlift itself", nameof(statement)),
        OtherStatement other => new PostgresStatement(new SqlTokens(other.Source, other.Tokens), _tables).Render(),
        _ => throw new ArgumentException($"unknown statement {statement.GetType().Name}", nameof(statement)),
    };

    static string RenderExpression(SqlSource expression) => new PostgresStatement(new SqlTokens(expression), _ => null).RenderExpression();

    static string Render(CommentOn comment)
    {
        var column = comment.Column is null ? "" : $".{SqlNames.Quote(comment.Column)}";
        var text = comment.Text is null ? "NULL" : SqlNames.Literal(comment.Text);
        return $"COMMENT ON {(comment.Column is null ? "TABLE" : "COLUMN")} {SqlNames.Of(comment.Table)}{column} IS {text}";
    }
}
