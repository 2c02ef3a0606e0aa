using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Writing;

/// <summary>Tells texts whose case doesn't count: columns with COLLATE CASE_INSENSITIVE, through queries and common tables too (Amazon Redshift: "Collation sequences").</summary>
public static class CaseInsensitivity
{
    /// <summary>True where the text's case doesn't count.</summary>
    public static bool Of(BoundExpression value) => value.Type.IsText && value switch
    {
        BoundColumn { Source: BoundTable table, Index: var index } => index < table.Table.Columns.Count && table.Table.Columns[index].IsCaseInsensitive,
        BoundColumn { Source: BoundDerivedTable derived, Index: var index } => Of(derived.Query.Body, index),
        BoundColumn { Source: BoundCommonTable { Definition: { IsRecursive: false } definition }, Index: var index } => Of(definition.Query.Body, index),
        BoundAlias alias => Of(alias.Value),
        BoundCall { Function.Name: "collate", Arguments: [_, BoundLiteral { Text: { } collation }] } => collation.ToLowerInvariant() is "case_insensitive" or "ci",
        _ => false,
    };

    static bool Of(BoundBody body, int index) => body switch
    {
        BoundSelect select => index < select.Items.Count && Of(select.Items[index].Value),
        BoundNestedQuery nested => Of(nested.Query.Body, index),
        BoundSetOperation operation => Of(operation.Left, index),
        _ => false,
    };
}
