using System.Text;
using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>LIKE, SIMILAR TO and ~, whose patterns mean something else in DuckDB.</summary>
static class DuckDbPatterns
{
    const string Anything = @"[\s\S]*";

    public static Rewritten? Apply(SqlRewriter sql, int index, int end)
    {
        var token = sql.Tokens[index];
        if (token.IsSymbol("~") || token.IsSymbol("!~"))
        {
            return Match(sql, index, end);
        }

        if (token.Is("similar") && index + 1 < end && sql.Tokens[index + 1].Is("to"))
        {
            return SimilarTo(sql, index, end);
        }

        return token.Is("like") || token.Is("ilike") ? Like(sql, index, end) : null;
    }

    // DuckDB's ~ has to match the whole text, Redshift's any part of it
    static Rewritten? Match(SqlRewriter sql, int index, int end)
    {
        var after = Operands.End(sql.Tokens, index + 1, end);
        if (after < 0)
        {
            return null;
        }

        var pattern = new Argument(sql, index + 1, after);
        var text = pattern.Literal is { } literal
            ? DuckDbName.Literal($"{Anything}(?:{literal}){Anything}")
            : $"('{Anything}(?:' || {pattern.Operand} || '){Anything}')";
        return new Rewritten($"{sql.Tokens[index].Value} {text}", after);
    }

    // DuckDB's SIMILAR TO takes a regular expression
    static Rewritten? SimilarTo(SqlRewriter sql, int index, int end)
    {
        var after = Operands.End(sql.Tokens, index + 2, end);
        if (after < 0)
        {
            return null;
        }

        var escape = '\\';
        var next = after;
        if (sql.Tokens[after].Is("escape") && after + 1 < end && sql.Tokens[after + 1] is { Kind: TokenKind.String, Value: [var stated] })
        {
            (escape, next) = (stated, after + 2);
        }

        return new Argument(sql, index + 2, after).Literal is { } literal
            ? new Rewritten($"SIMILAR TO {DuckDbName.Literal(Regex(literal, escape))}", next)
            : throw sql.Tokens.Error(index, "the pattern of SIMILAR TO is no string",
                "on DuckDB it has to be a 'string'; LIKE and ~ take any expression");
    }

    static string Regex(string pattern, char escape)
    {
        var regex = new StringBuilder("(?s)");
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == escape && i + 1 < pattern.Length)
            {
                regex.Append('\\').Append(pattern[++i]);
            }
            else
            {
                regex.Append(c switch { '%' => ".*", '_' => ".", '.' or '^' or '$' => $@"\{c}", _ => c.ToString() });
            }
        }

        return regex.ToString();
    }

    // a backslash escapes in Redshift's LIKE without being asked to
    static Rewritten? Like(SqlRewriter sql, int index, int end)
    {
        var after = Operands.End(sql.Tokens, index + 1, end);
        if (after < 0 || (after < end && sql.Tokens[after].Is("escape"))
            || new Argument(sql, index + 1, after).Literal?.Contains('\\', StringComparison.Ordinal) != true)
        {
            return null;
        }

        return new Rewritten($"{sql.Tokens[index].Value} {sql.Render(index + 1, after)} ESCAPE '\\'", after);
    }
}
