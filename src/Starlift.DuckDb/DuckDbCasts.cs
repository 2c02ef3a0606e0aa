using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Casts: x::type, CAST(x AS type) and CONVERT(type, x), with Redshift's names and lengths.</summary>
static class DuckDbCasts
{
    /// <summary>Rewrites an operand with its casts, and types in other places.</summary>
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
    public static Rewritten? Cast(FunctionCall call, SqlTokens tokens)
    {
        if (call.Arguments is not [var argument] || argument.SplitAt("as") is not { } parts)
        {
            return null;
        }

        return Cast(parts.Before.Operand, tokens, parts.After.First, parts.After.End) is { } text ? call.With(text) : null;
    }

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
        { Kind: SqlTypeKind.Super } => $"to_json({operand})",
        // a cast cuts what is too long for the length it states, where an INSERT fails
        { IsCharacter: true, Length: var length } when tokens[end - 1].IsSymbol(")") => $"left(CAST({operand} AS VARCHAR), {length})",
        { } type => $"CAST({operand} AS {DuckDbType.Of(type)})",
    };
}
