namespace Starlift.Sql.Rewriting;

/// <summary>Finds what may stand behind the bracket of a call: WITHIN GROUP (…), FILTER (…), IGNORE NULLS, OVER (…).</summary>
static class CallClauses
{
    /// <summary>Behind all clauses of the call whose bracket closes just before <paramref name="index"/>.</summary>
    public static int End(SqlTokens tokens, int index, int end)
    {
        var after = WithinGroup(tokens, index, end) is > 0 and var group ? group : index;
        return End(tokens, after, end, out _);
    }

    /// <summary>The same for the clauses behind WITHIN GROUP.</summary>
    /// <param name="nulls">Where IGNORE NULLS or RESPECT NULLS stands, or -1.</param>
    public static int End(SqlTokens tokens, int index, int end, out int nulls)
    {
        nulls = -1;
        while (index < end)
        {
            if ((tokens[index].Is("filter") || tokens[index].Is("over")) && tokens[index + 1].IsSymbol("(") && tokens.Opens(index + 1, end))
            {
                index = tokens.Partner(index + 1) + 1;
            }
            else if (tokens[index].Is("over") && index + 1 < end && tokens[index + 1].IsName)
            {
                index += 2;
            }
            else if ((tokens[index].Is("ignore") || tokens[index].Is("respect")) && index + 1 < end && tokens[index + 1].Is("nulls"))
            {
                nulls = index;
                index += 2;
            }
            else
            {
                break;
            }
        }

        return index;
    }

    /// <summary>Behind the WITHIN GROUP (…) at <paramref name="index"/>; -1 where there is none.</summary>
    public static int WithinGroup(SqlTokens tokens, int index, int end) =>
        index < end && tokens[index].Is("within") && tokens[index + 1].Is("group") && tokens[index + 2].IsSymbol("(")
            && tokens.Opens(index + 2, end)
            ? tokens.Partner(index + 2) + 1
            : -1;
}
