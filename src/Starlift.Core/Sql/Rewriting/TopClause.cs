namespace Starlift.Sql.Rewriting;

/// <summary>SELECT TOP n, which is LIMIT n at the other end of the query.</summary>
public static class TopClause
{
    public static Rewritten? Apply(SqlRewriter sql, int index, int end)
    {
        var tokens = sql.Tokens;
        if (!tokens[index].Is("select"))
        {
            return null;
        }

        var top = tokens[index + 1].Is("distinct") || tokens[index + 1].Is("all") ? index + 2 : index + 1;
        if (top + 1 >= end || !tokens[top].Is("top") || tokens[top + 1].Kind != TokenKind.Number)
        {
            return null;
        }

        var scopeEnd = tokens.Shallow(top, end).FirstOrDefault(i => tokens[i].IsSymbol(")"), end);
        var combined = tokens.Find(top, scopeEnd, "union", "intersect", "except", "minus");
        if (combined >= 0)
        {
            throw tokens.Error(top, $"SELECT TOP is part of a {tokens[combined].Value.ToUpperInvariant()}",
                "put the SELECT TOP into brackets of its own");
        }

        return new Rewritten($"{sql.Render(index, top)} {sql.Render(top + 2, scopeEnd)} LIMIT {tokens[top + 1].Value}", scopeEnd);
    }
}
