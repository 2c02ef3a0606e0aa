using System.Collections.Frozen;
using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.Postgres;

/// <summary>Calls of functions that PostgreSQL has not, or has otherwise.</summary>
sealed class PostgresCalls(StatementScope scope)
{
    static readonly FrozenDictionary<string, FunctionRewrite> Functions = CommonFunctions.All
        .Concat(PostgresTextFunctions.All)
        .Concat(PostgresDateFunctions.All)
        .Concat(PostgresNumberFunctions.All)
        .Concat(PostgresAggregates.All)
        .Concat(PostgresJsonFunctions.All)
        .ToFrozenDictionary();

    /// <summary>Functions whose result is a date or time whatever they are given.</summary>
    static readonly FrozenSet<string> Temporal = FrozenSet.Create(
        "getdate", "dateadd", "date_add", "date_trunc", "to_date", "to_timestamp", "last_day", "add_months", "convert_timezone", "now");

    public Rewritten? Apply(SqlRewriter sql, int index, int end)
    {
        if (FunctionCall.At(sql, index, end) is not { } call)
        {
            return null;
        }

        return call.Name switch
        {
            "cast" => PostgresCasts.All.Cast(call, sql.Tokens),
            "convert" => PostgresCasts.All.Convert(call, sql.Tokens),
            "trunc" when call.Arguments is [var value] && IsTemporal(sql.Tokens, value) => call.With($"CAST({value.Text} AS date)"),
            "avg" when call.Arguments is [var value] => PostgresAggregates.Average(call, value, isBigInt: TypeOf(sql.Tokens, value)?.Kind == SqlTypeKind.BigInt),
            var name => Functions.GetValueOrDefault(name)?.Invoke(call),
        };
    }

    bool IsTemporal(SqlTokens tokens, Argument value)
    {
        var first = tokens[value.First];
        var isLiteral = first.Kind == TokenKind.Word && first.Value is "timestamp" or "timestamptz" or "date" && tokens[value.First + 1].Kind == TokenKind.String;
        var isCall = first.Kind == TokenKind.Word && tokens[value.First + 1].IsSymbol("(") && Temporal.Contains(first.Value);
        return isLiteral || isCall || first.Is("sysdate") || first.Is("current_date") || first.Is("current_timestamp")
            || TypeOf(tokens, value)?.Kind is SqlTypeKind.Date or SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz;
    }

    // of a cast, or of a column
    SqlType? TypeOf(SqlTokens tokens, Argument value)
    {
        for (var i = value.End - 1; i > value.First; i--)
        {
            if (tokens[i - 1].IsSymbol("::") || (tokens[i - 1].Is("as") && tokens[value.First].Is("cast")))
            {
                return SqlNames.TypeAt(tokens, i);
            }
        }

        return (value.End - value.First) switch
        {
            1 when tokens[value.First].IsName => scope.TypeOf(null, tokens[value.First].Value),
            3 when tokens[value.First + 1].IsSymbol(".") => scope.TypeOf(tokens[value.First].Value, tokens[value.First + 2].Value),
            _ => null,
        };
    }
}
