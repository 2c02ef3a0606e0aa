using System.Globalization;
using Starlift.Sql;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Warehouses;

namespace Starlift.Server.Sessions;

/// <summary>A statement that is about another session (Amazon Redshift: "PG_CANCEL_BACKEND", "PG_TERMINATE_BACKEND", "CANCEL").</summary>
/// <param name="Process">The session's number.</param>
/// <param name="Ends">The whole session, else its statement.</param>
/// <param name="Name">Of the column of the result; null of what yields none.</param>
sealed record BackendCall(int Process, bool Ends, string? Name)
{
    /// <summary>Null of every other statement. The functions stand alone in their SELECT.</summary>
    public static BackendCall? Of(SqlStatement statement) => (statement as OtherStatement)?.Tree switch
    {
        CancelStatement cancel when Number(cancel.Process) is { } process => new BackendCall(process, Ends: false, Name: null),
        QueryStatement
        {
            Query.Body: Select { From.Count: 0, Items: [{ Value: FunctionCall { Name.Parts: [.., { Name: "pg_cancel_backend" or "pg_terminate_backend" } name], Arguments: [var of] } } item] },
        } when Number(of) is { } process => new BackendCall(process, name.Name == "pg_terminate_backend", item.Alias?.Name ?? name.Name),
        _ => null,
    };

    /// <summary>What its rows have.</summary>
    public IReadOnlyList<ResultColumn> Columns => [new ResultColumn(Name!, DataType.Integer)];

    static int? Number(Expression expression) =>
        expression is NumberLiteral { Digits: var digits } && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
