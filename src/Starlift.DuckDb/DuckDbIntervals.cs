using System.Globalization;
using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>
/// n * INTERVAL '…' and INTERVAL '…' * n: DuckDB takes n for a 32-bit integer, which milliseconds since 1970 are not.
/// </summary>
static class DuckDbIntervals
{
    public static Rewritten? Apply(SqlRewriter sql, int index, int end)
    {
        var tokens = sql.Tokens;
        if (IsFactor(tokens[index - 1]) || Operands.Base(tokens, index, end) < 0)
        {
            return null;
        }

        var first = Operands.End(tokens, index, end);
        if (MicrosecondsOf(tokens, index, first) is { } unit && tokens[first].IsSymbol("*") && first < end)
        {
            var after = Operands.End(tokens, first + 1, end);
            return after < 0 ? null : new Rewritten(Multiply(new Argument(sql, first + 1, after), unit), after);
        }

        return Chain(sql, index, first, end);
    }

    // a / b * interval '…' is (a / b) * interval '…'
    static Rewritten? Chain(SqlRewriter sql, int index, int first, int end)
    {
        var tokens = sql.Tokens;
        for (var at = first; at > 0 && at < end && IsFactor(tokens[at]) && !tokens[at].IsSymbol(".");)
        {
            var after = Operands.End(tokens, at + 1, end);
            if (after > 0 && tokens[at].IsSymbol("*") && MicrosecondsOf(tokens, at + 1, after) is { } unit)
            {
                return new Rewritten(Multiply(new Argument(sql, index, at), unit), after);
            }

            at = after;
        }

        return null;
    }

    static string Multiply(Argument factor, decimal microseconds) => microseconds % 1 == 0
        ? $"to_microseconds(CAST({factor.Operand} * {microseconds.ToString("0", CultureInfo.InvariantCulture)}::BIGINT AS BIGINT))"
        : $"to_microseconds(CAST({factor.Operand} * {microseconds.ToString(CultureInfo.InvariantCulture)} AS BIGINT))";

    static bool IsFactor(Token token) =>
        token.Kind == TokenKind.Symbol && token.Value is "*" or "/" or "%" or "." or "::" or "[";

    static decimal? MicrosecondsOf(SqlTokens tokens, int index, int after)
    {
        if (!tokens[index].Is("interval") || tokens[index + 1].Kind != TokenKind.String)
        {
            return null;
        }

        var text = tokens[index + 1].Value + (after == index + 3 ? $" {tokens[index + 2].Value}" : "");
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 1 or 2
            && decimal.TryParse(words[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var count)
            && Math.Abs(count) < 1_000_000_000
            && UnitOf(words.Length == 1 ? "second" : DateParts.Find(words[1].ToLowerInvariant())) is { } unit
                ? (count * unit) / 1.0000000000000m
                : null;
    }

    // months differ in length, and so do days where clocks change: DuckDB multiplies these itself
    static decimal? UnitOf(string? part) => part switch
    {
        "microsecond" => 1,
        "millisecond" => 1_000,
        "second" => 1_000_000,
        "minute" => 60_000_000,
        "hour" => 3_600_000_000,
        _ => null,
    };
}
