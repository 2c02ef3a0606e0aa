using System.Collections.Frozen;
using Starlift.Sql.Rewriting;

namespace Starlift.Projects;

/// <summary>What a model's columns are called, where its text tells, so that the warehouse need not plan the model to answer.</summary>
static class YieldedColumns
{
    /// <summary>Words that look like a column and are none; engines differ in what they call them.</summary>
    static readonly FrozenSet<string> NoColumns = FrozenSet.Create(
        "current_date", "current_time", "current_timestamp", "current_user", "current_user_id", "false", "localtime", "localtimestamp", "null", "session_user",
        "sysdate", "true", "user");

    /// <returns>Names in order; null where a column has no plain name, as with *, and only the warehouse knows.</returns>
    public static IReadOnlyList<string>? Of(Model model)
    {
        var tokens = new SqlTokens(model.Select.Source, model.Select.Tokens);
        var select = tokens.Find(0, tokens.Count, "select");
        if (select < 0)
        {
            return null;
        }

        var names = tokens.SelectList(select).Select(item => NameOf(tokens, item.First, item.End)).ToList();
        return names.Contains(null) ? null : names.OfType<string>().ToList();
    }

    static string? NameOf(SqlTokens tokens, int first, int end)
    {
        var last = tokens[end - 1];
        var isNamed = end - first > 2 && tokens[end - 2].Is("as");
        var isColumn = (end - first == 1 && !NoColumns.Contains(last.Value))
            || (end - first == 3 && tokens[first].IsName && tokens[first + 1].IsSymbol("."));
        return last.Kind == TokenKind.Word && (isNamed || isColumn) ? last.Value : null;
    }
}
