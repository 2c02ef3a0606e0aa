using System.Text.RegularExpressions;
using Starlift.Errors;
using Starlift.Server.Wire;

namespace Starlift.Server.Sessions;

/// <summary>Starlift's exceptions as a client is told of them.</summary>
static partial class SqlErrors
{
    /// <param name="exception">What a statement failed with.</param>
    /// <param name="text">What was sent; null where the place can't be told in it.</param>
    public static ServerError Of(StarliftException exception, string? text)
    {
        var problem = exception.Problems[0];
        var message = exception.Problems.Count == 1 ? problem.What : string.Join("; ", exception.Problems.Select(each => each.What));
        return new ServerError(StateOf(exception), message, text is not null && problem.Place is { } place ? PositionOf(text, place) : 0, problem.Hint);
    }

    static string StateOf(StarliftException exception) =>
        exception.InnerException is SqlException refused ? refused.State
        : exception.ExitCode == ExitCode.Interrupted ? WireStates.Cancelled
        : exception is ConfigurationException ? "42601"
        : States.FirstOrDefault(known => known.Text.IsMatch(exception.Problems[0].What)).State ?? WireStates.Internal;

    // What the binder does not see comes without a state: the leader node's own of each (PostgreSQL: "PostgreSQL error codes").
    static readonly (Regex Text, string State)[] States =
    [
        (Aborted(), WireStates.Aborted),
        (InBlock(), WireStates.ActiveTransaction),
        (NoRelation(), "42P01"),
        (NoSchema(), "3F000"),
        (NoFunction(), "42883"),
        (Exists(), "42P07"),
        (ByZero(), "22012"),
        (Range(), "22003"),
    ];

    static int PositionOf(string text, SourcePlace place)
    {
        var line = 0;
        for (var number = 1; number < place.Line; number++)
        {
            line = text.IndexOf('\n', line) + 1;
        }

        return line + place.Column;
    }

    [GeneratedRegex("^current transaction is aborted")]
    private static partial Regex Aborted();

    [GeneratedRegex("cannot run inside a transaction block")]
    private static partial Regex InBlock();

    [GeneratedRegex("^(relation|table|view) .* does not exist|^Cannot COPY into nonexistent table", RegexOptions.IgnoreCase)]
    private static partial Regex NoRelation();

    [GeneratedRegex("^schema .* does not exist", RegexOptions.IgnoreCase)]
    private static partial Regex NoSchema();

    [GeneratedRegex("^function .* does not exist")]
    private static partial Regex NoFunction();

    [GeneratedRegex("already exists")]
    private static partial Regex Exists();

    [GeneratedRegex("division by zero|divide by zero", RegexOptions.IgnoreCase)]
    private static partial Regex ByZero();

    [GeneratedRegex("out of range", RegexOptions.IgnoreCase)]
    private static partial Regex Range();
}
