namespace Starlift.Sql.Rewriting;

/// <summary>CREATE TABLE … AS and CREATE VIEW … AS, without what only Redshift understands.</summary>
public static class CreateAs
{
    public static string Render(SqlRewriter sql)
    {
        var tokens = sql.Tokens;
        var query = tokens.Find(0, tokens.Count, "as");
        if (query < 0)
        {
            return sql.Render();
        }

        // a name of one or two parts with an optional column list; what follows up to AS is distribution and sort order
        var kind = tokens.Find(0, query, "table", "view");
        if (kind < 0)
        {
            return sql.Render();
        }

        var name = tokens[kind + 1].Is("if") ? kind + 4 : kind + 1;
        var after = tokens[name + 1].IsSymbol(".") ? name + 3 : name + 1;
        after = tokens.Opens(after, query) ? tokens.Partner(after) + 1 : after;
        var end = tokens.Count;
        if (tokens[end - 4].Is("with") && tokens[end - 3].Is("no") && tokens[end - 2].Is("schema") && tokens[end - 1].Is("binding"))
        {
            end -= 4;
        }

        var temp = tokens[name].Value.StartsWith('#') ? "TEMP " : "";
        return $"{sql.Render(0, kind)} {temp}{sql.Render(kind, after)} {sql.Render(query, end)}";
    }
}
