using System.Collections.Frozen;
using Starlift.Sql.Tree;

namespace Starlift.Projects;

/// <summary>Tells that an expression calls nothing but functions that yield one value a row. Of functions it does not know it claims nothing.</summary>
static class ScalarCalls
{
    static readonly FrozenSet<string> Functions = FrozenSet.Create(
        "abs", "add_months", "btrim", "ceil", "ceiling", "char_length", "coalesce", "concat", "date_part", "date_trunc", "dateadd", "datediff",
        "floor", "greatest", "initcap", "least", "left", "len", "length", "lower", "lpad", "ltrim", "md5", "mod", "nullif", "nvl", "nvl2",
        "regexp_replace", "replace", "right", "round", "rpad", "rtrim", "sign", "split_part", "strpos", "substring", "to_char", "to_date", "trim",
        "trunc", "upper");

    /// <summary>There is no other call in the expression, within its queries either.</summary>
    public static bool Only(SqlNode node) => !Others(node).Any();

    /// <summary>As <see cref="Only"/>, where window functions are calls of one value too.</summary>
    public static bool OnlyWithWindows(SqlNode node) => Others(node).All(call => call.Over is not null);

    // a quoted name may be a function that is not Redshift's own
    static IEnumerable<FunctionCall> Others(SqlNode node) => node.DescendantsAndSelf()
        .OfType<FunctionCall>()
        .Where(call => call.Over is not null || call.Name.Parts is not [{ Quoted: false } name] || !Functions.Contains(name.Name));
}
