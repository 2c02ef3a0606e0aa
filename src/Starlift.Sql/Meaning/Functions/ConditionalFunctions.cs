namespace Starlift.Sql.Meaning.Functions;

/// <summary>Amazon Redshift: "Conditional expressions"; CASE itself is syntax.</summary>
static class ConditionalFunctions
{
    public static FunctionRow[] Rows =>
    [
        new("coalesce", "common... -> common", "NVL and COALESCE functions") { Nulls = NullRule.Own },
        new("nvl", "common... -> common", "NVL and COALESCE functions") { Nulls = NullRule.Own, ColumnName = "coalesce", SameAs = "coalesce" },
        new("nvl2", "any, any, any -> nvl2", "NVL2 function") { Nulls = NullRule.Own, ColumnName = "case" },
        new("decode", "any, any, any, any?... -> decode", "DECODE conditional expression") { Nulls = NullRule.Own, ColumnName = "case" },
        new("greatest", "common... -> common", "GREATEST and LEAST functions") { Nulls = NullRule.Skips },
        new("least", "common... -> common", "GREATEST and LEAST functions") { Nulls = NullRule.Skips },
        new("nullif", "any, any -> $1", "NULLIF function") { Nulls = NullRule.Own },
    ];
}
