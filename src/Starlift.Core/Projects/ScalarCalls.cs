using System.Collections.Frozen;
using Starlift.Sql.Rewriting;

namespace Starlift.Projects;

/// <summary>Tells that a part of a SELECT calls nothing but functions that yield one value a row. Of functions it does not know it claims nothing.</summary>
static class ScalarCalls
{
    static readonly FrozenSet<string> Functions = FrozenSet.Create(
        "abs", "add_months", "btrim", "cast", "ceil", "ceiling", "char_length", "coalesce", "concat", "convert", "date_part", "date_trunc", "dateadd",
        "datediff", "extract", "floor", "greatest", "initcap", "least", "left", "len", "length", "lower", "lpad", "ltrim", "md5", "mod", "nullif", "nvl",
        "nvl2", "regexp_replace", "replace", "right", "round", "rpad", "rtrim", "sign", "split_part", "strpos", "substring", "to_char", "to_date", "trim",
        "trunc", "upper");

    /// <summary>Words that a bracket may follow and that call nothing.</summary>
    static readonly FrozenSet<string> NoFunctions = FrozenSet.Create(
        "and", "as", "between", "by", "char", "decimal", "else", "in", "like", "not", "numeric", "or", "over", "then", "varchar", "when");

    /// <summary>There is no other call from <paramref name="first"/> to <paramref name="end"/>, within further brackets either.</summary>
    public static bool Only(SqlTokens tokens, int first, int end) => !Others(tokens, first, end).Any();

    /// <summary>As <see cref="Only"/>, where window functions are calls of one value too.</summary>
    public static bool OnlyWithWindows(SqlTokens tokens, int first, int end) =>
        Others(tokens, first, end).All(i => tokens[tokens.Partner(i + 1) + 1].Is("over"));

    static IEnumerable<int> Others(SqlTokens tokens, int first, int end) => Enumerable.Range(first, end - first)
        .Where(i => tokens[i].IsName && tokens[i + 1].IsSymbol("(") && !NoFunctions.Contains(tokens[i].Value) && !Functions.Contains(tokens[i].Value));
}
