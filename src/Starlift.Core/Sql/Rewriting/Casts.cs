namespace Starlift.Sql.Rewriting;

/// <summary>Casts as Redshift writes them: x::type, CAST(x AS type) and CONVERT(type, x). Each dialect says what becomes of the operand.</summary>
/// <param name="write">The operand, which binds more closely than any operator; its type; and whether that states a length.</param>
public sealed class Casts(Func<string, SqlType, bool, string> write)
{
    /// <summary>Each may stand in the text of the next more than once.</summary>
    const int MostCasts = 100;

    /// <summary>Rewrites an operand with its casts, and types in other places.</summary>
    public Rewritten? Apply(SqlRewriter sql, int index, int end)
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
        for (var casts = 1; at < end && tokens[at].IsSymbol("::") && Operands.Postfix(tokens, at, end) is > 0 and var next; casts++)
        {
            if (casts > MostCasts)
            {
                throw tokens.Error(at, $"more than {MostCasts} casts follow each other", "keep the last of them");
            }

            text = Cast(text, tokens, at + 1, next) ?? $"{text}::{sql.Render(at + 1, next)}";
            at = next;
        }

        return new Rewritten(text, at);
    }

    /// <summary>CAST(x AS type); null where the type is none of Redshift's.</summary>
    public Rewritten? Cast(FunctionCall call, SqlTokens tokens)
    {
        if (call.Arguments is not [var argument] || argument.SplitAt("as") is not { } parts)
        {
            return null;
        }

        return Cast(parts.Before.Operand, tokens, parts.After.First, parts.After.End) is { } text ? call.With(text) : null;
    }

    /// <summary>CONVERT(type, x).</summary>
    public Rewritten? Convert(FunctionCall call, SqlTokens tokens) =>
        call.Arguments is [var name, var value] && Cast(value.Operand, tokens, name.First, name.End) is { } text ? call.With(text) : null;

    /// <summary>The operand as the type named at <paramref name="index"/>; null where it is none of Redshift's.</summary>
    /// <param name="operand">Rendered; binds more closely than any operator.</param>
    /// <param name="tokens">The statement.</param>
    /// <param name="index">Where the type begins.</param>
    /// <param name="end">Where it ends.</param>
    public string? Cast(string operand, SqlTokens tokens, int index, int end) =>
        SqlNames.TypeAt(tokens, index) is { } type ? write(operand, type, tokens[end - 1].IsSymbol(")")) : null;
}
