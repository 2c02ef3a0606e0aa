using System.Runtime.CompilerServices;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Writing;

/// <summary>
/// Says bound statements as an engine does that is like PostgreSQL. Nothing is copied from the statement's text: each source has an alias of its
/// own, each column is qualified, each result column has the name that it has on Redshift. A subclass overrides where its engine differs. One
/// writer writes one statement; it is not thread-safe.
/// </summary>
public abstract partial class EngineWriter
{
    const int LongestText = 16_000_000;
    readonly SqlSource _source;

    /// <param name="source">What the statement was parsed from; places of errors point into it.</param>
    protected EngineWriter(SqlSource source) => _source = source;

    /// <summary>The engine's statements that stand for the one, in the order in which they are to be executed; rows and their number are those of the last.</summary>
    /// <param name="tree">As the parser gives it.</param>
    /// <param name="bound">Its meaning.</param>
    /// <exception cref="SqlException">The engine can't do what it says.</exception>
    public IReadOnlyList<WrittenSql> Write(Statement tree, BoundStatement bound)
    {
        Settings = bound.Settings;
        return [.. Statements(tree, bound).Select(Finished)];
    }

    /// <summary>The session's parameters that the statement was bound with.</summary>
    public SessionSettings Settings { get; private set; } = SessionSettings.Default;

    /// <summary>An expression that stands alone, such as a column's default.</summary>
    /// <exception cref="SqlException">The engine can't do what it says.</exception>
    public WrittenSql Write(BoundExpression expression) => Finished(Expression(expression).Bare);

    /// <summary>What says that the engine can't do what a part of the statement wants.</summary>
    /// <param name="node">The part.</param>
    /// <param name="message">One sentence that names what can't be done.</param>
    /// <param name="hint">The way out.</param>
    public SqlException Refuse(BoundNode node, string message, string? hint = null) =>
        new(SqlStates.FeatureNotSupported, message, _source.PlaceOf(node.Span.Start), hint);

    /// <summary>The table as the engine names it, its schema included.</summary>
    public abstract string TableName(TableDefinition table);

    /// <summary>The engine's type that holds every value of the type.</summary>
    /// <param name="type">Known.</param>
    public abstract string TypeName(DataType type);

    /// <summary>A name in quotes.</summary>
    public virtual string Quote(string name) => Quoting.Name(name);

    /// <summary>A text in quotes.</summary>
    public virtual string Quoted(string text) => Quoting.Literal(text);

    WrittenSql Finished(Fragment statement) => statement.Length <= LongestText
        ? statement.Written()
        : throw new SqlException(SqlStates.StatementTooComplex, "the statement is too complex: aliases that stand for each other make it too long", _source.PlaceOf(_source.Start));

    /// <exception cref="SqlException">The statement is nested deeper than the stack holds.</exception>
    void Enter(BoundNode node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new SqlException(SqlStates.StatementTooComplex, "stack depth limit exceeded", _source.PlaceOf(node.Span.Start));
        }
    }
}
