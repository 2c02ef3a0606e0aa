using Starlift.Sql.Analysis;

namespace Starlift.Lineage;

/// <summary>What the uses of columns are called.</summary>
public static class LineageWords
{
    /// <summary>One word: group_by.</summary>
    public static string Of(ColumnUse use) => use == ColumnUse.GroupBy ? "group_by" : use.ToString().ToLowerInvariant();
}
