using System.Globalization;
using Starlift.Errors;
using Starlift.Server.Wire;
using Starlift.Sessions;
using Starlift.Sql;
using Starlift.Sql.Tree;
using Starlift.Warehouses;

namespace Starlift.Server.Sessions;

/// <summary>Executes the statements of one session. Not thread-safe.</summary>
/// <param name="warehouse">The session's own.</param>
/// <param name="runner">Executes statements on it.</param>
/// <param name="loads">Numbers the loads of all sessions.</param>
sealed class StatementExecutor(IWarehouse warehouse, ScriptRunner runner, LoadGate loads)
{
    static readonly SqlStatement Begin = SqlScript.Parse("", "begin").Single();
    static readonly SqlStatement Commit = SqlScript.Parse("", "commit").Single();
    static readonly SqlStatement Rollback = SqlScript.Parse("", "rollback").Single();

    bool _isImplicit;

    /// <summary>Of ReadyForQuery: I outside of a block, T within one, E within one that has failed.</summary>
    public char Status => !runner.IsInBlock || _isImplicit ? 'I' : runner.IsAborted ? 'E' : 'T';

    /// <summary>Floating point numbers are to be sent with all their digits: extra_float_digits is above 0.</summary>
    public bool ExactFloats { get; private set; }

    /// <summary>Executes one statement.</summary>
    /// <returns>Its rows are to be read or disposed of before the next statement.</returns>
    /// <exception cref="StarliftException">It failed.</exception>
    public async Task<StatementResult> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        if (statement is CopyStatement && !runner.IsAborted)
        {
            runner.Number(await loads.TakeAsync(cancellationToken));
        }

        var result = await runner.ExecuteAsync(statement, cancellationToken);
        switch (statement)
        {
            case OtherStatement { Tree: TransactionStatement }:
                _isImplicit = false;
                break;
            case OtherStatement { Tree: SetStatement { Name.Parts: [{ Name: "extra_float_digits" }] } set }:
                ExactFloats = set.Values is [var value] && int.TryParse(
                    statement.Source.Text.AsSpan()[value.Span.Start..value.Span.End].Trim('\''), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits) && digits > 0;
                break;
        }

        return result;
    }

    /// <summary>Executes what the client has said when it connected as if it had said it by SET.</summary>
    /// <exception cref="ServerError">A value that the parameter can't have.</exception>
    public async Task ApplyAsync(string name, string value, CancellationToken cancellationToken)
    {
        try
        {
            var text = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
            await ExecuteAsync(SqlScript.Parse("", $"set {name} to '{text}'").Single(), cancellationToken);
        }
        catch (StarliftException e)
        {
            throw new ServerError("22023", $"invalid value for parameter \"{name}\": \"{value}\"", hint: e.Problems[0].What, isFatal: true);
        }
    }

    /// <summary>What a statement would give, without executing it; null of one that yields no rows.</summary>
    public async Task<IReadOnlyList<ResultColumn>?> DescribeAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        statement is OtherStatement { YieldsRows: true } ? await warehouse.DescribeAsync(statement, cancellationToken) : null;

    /// <summary>Asks the context of the statement's parameters for the types that the client has not stated.</summary>
    public async Task AskTypesAsync(PreparedStatement prepared, CancellationToken cancellationToken)
    {
        if (prepared is { IsOpen: true, Statement: { } statement })
        {
            prepared.Want(await warehouse.ParametersAsync(statement, cancellationToken));
        }
    }

    /// <summary>
    /// Begins a transaction that the client has not asked for: statements that are sent together are one (Amazon Redshift: "Serializable isolation"), unless
    /// they begin or end one themselves.
    /// </summary>
    public async Task BeginTogetherAsync(CancellationToken cancellationToken)
    {
        if (!runner.IsInBlock)
        {
            await runner.ExecuteAsync(Begin, cancellationToken);
            _isImplicit = true;
        }
    }

    /// <summary>Ends what <see cref="BeginTogetherAsync"/> has begun.</summary>
    public async Task EndTogetherAsync(bool isDone)
    {
        if (_isImplicit)
        {
            _isImplicit = false;
            await runner.ExecuteAsync(isDone ? Commit : Rollback, CancellationToken.None);
        }
    }

    /// <summary>A statement failed before the warehouse was asked, which a block does not survive.</summary>
    public void Fail() => runner.Fail();
}
