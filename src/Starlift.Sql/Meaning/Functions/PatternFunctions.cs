namespace Starlift.Sql.Meaning.Functions;

/// <summary>Amazon Redshift: "String functions", those of regular expressions.</summary>
static class PatternFunctions
{
    public static FunctionRow[] Rows =>
    [
        new("regexp_count", "text, text, integer?, text? -> integer", "REGEXP_COUNT function"),
        new("regexp_instr", "text, text, integer?, integer?, integer?, text? -> integer", "REGEXP_INSTR function"),
        new("regexp_replace", "text, text, text?, integer?, text? -> varchar", "REGEXP_REPLACE function"),
        new("regexp_substr", "text, text, integer?, integer?, text? -> varchar", "REGEXP_SUBSTR function"),
    ];
}
