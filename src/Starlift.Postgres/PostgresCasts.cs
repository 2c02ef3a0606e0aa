using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.Postgres;

/// <summary>Casts: x::type, CAST(x AS type) and CONVERT(type, x), with Redshift's names and defaults.</summary>
static class PostgresCasts
{
    /// <summary>Rewrites an operand with its casts.</summary>
    public static Rewritten? Apply(SqlRewriter sql, int index, int end)
    {
        var tokens = sql.Tokens;
        if (tokens[index - 1].IsSymbol("::") || tokens[index - 1].IsSymbol("."))
        {
            return null;
        }

        var at = Operands.Base(tokens, index, end);
        while (at > 0 && at < end && !tokens[at].IsSymbol("::"))
        {
            at = Operands.Postfix(tokens, at, end);
        }

        if (at <= 0 || at >= end || !tokens[at].IsSymbol("::"))
        {
            return null;
        }

        var text = sql.Render(index, at);
        while (at < end && tokens[at].IsSymbol("::") && Operands.Postfix(tokens, at, end) is > 0 and var next)
        {
            text = Cast(text, tokens, at + 1, next) ?? $"{text}::{sql.Render(at + 1, next)}";
            at = next;
        }

        return new Rewritten(text, at);
    }

    /// <summary>CAST(x AS type); null where the type is none of Redshift's.</summary>
    public static Rewritten? Cast(FunctionCall call, SqlTokens tokens) =>
        call.Arguments is [var argument] && argument.SplitAt("as") is { } parts
            && Cast(parts.Before.Operand, tokens, parts.After.First, parts.After.End) is { } text
            ? call.With(text)
            : null;

    /// <summary>CONVERT(type, x).</summary>
    public static Rewritten? Convert(FunctionCall call, SqlTokens tokens) =>
        call.Arguments is [var name, var value] && Cast(value.Operand, tokens, name.First, name.End) is { } text ? call.With(text) : null;

    /// <summary>The operand as the type named at <paramref name="index"/>; null where it is none of Redshift's.</summary>
    /// <param name="operand">Rendered; binds more closely than any operator.</param>
    /// <param name="tokens">The statement.</param>
    /// <param name="index">Where the type begins.</param>
    /// <param name="end">Where it ends.</param>
    public static string? Cast(string operand, SqlTokens tokens, int index, int end) => SqlNames.TypeAt(tokens, index) switch
    {
        null => null,
        { Kind: SqlTypeKind.Super } => $"to_jsonb({(operand.StartsWith('\'') ? $"CAST({operand} AS text)" : operand)})",
        // without a length nothing is cut, as on DuckDB
        { Kind: SqlTypeKind.Varchar } when !tokens[end - 1].IsSymbol(")") => $"CAST({operand} AS varchar)",
        { } type => $"CAST({operand} AS {PostgresType.Of(type)})",
    };
}
