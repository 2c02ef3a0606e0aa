using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Writing;

/// <summary>Tells which values may be texts that end in blanks: Redshift compares texts without these, engines with them.</summary>
public static class TrailingBlanks
{
    /// <summary>False where the value is no text, or a text that never ends in a blank.</summary>
    public static bool Possible(BoundExpression value) => value.Type.IsText && value switch
    {
        BoundLiteral literal => literal.Text is { } text && text.EndsWith(' '),
        BoundAlias alias => Possible(alias.Value),
        BoundColumn { Source: BoundTable table } column => !table.Table.Columns[column.Index].IsTrimmed,
        BoundColumn { Source: BoundDerivedTable derived } column => Possible(derived.Query.Body, column.Index),
        BoundColumn { Source: BoundCommonTable { Definition: { IsRecursive: false } table } } column => Possible(table.Query.Body, column.Index),
        BoundConversion { Operand.Type: { IsText: false, IsUnknown: false, IsOpen: false, IsSuper: false } } => false,
        BoundConversion { Operand: var operand, Type: var type } when operand.Type.IsText && (type.Length == 0 || operand.Type.Length > 0 && operand.Type.Length <= type.Length) => Possible(operand),
        BoundCase choice => choice.Branches.Any(branch => Possible(branch.Then)) || choice.Else is not null && Possible(choice.Else),
        BoundCall call => Possible(call),
        _ => true,
    };

    /// <summary>Whether a column of a query's rows may hold such a text.</summary>
    /// <param name="body">What yields the rows.</param>
    /// <param name="index">The column's 0-based position.</param>
    public static bool Possible(BoundBody body, int index) => body switch
    {
        BoundSelect select => index >= select.Items.Count || Possible(select.Items[index].Value),
        BoundSetOperation operation => operation.Columns[index].Type.IsText && (Possible(operation.Left, index) || Possible(operation.Right, index)),
        BoundNestedQuery nested => Possible(nested.Query.Body, index),
        _ => body.Columns[index].Type.IsText,
    };

    static bool Possible(BoundCall call) => (call.Function.SameAs ?? call.Function.Name) switch
    {
        "rtrim" or "btrim" or "trim" when call.Arguments.Count == 1 => false,
        "md5" or "sha1" or "sha2" or "to_hex" or "checksum" or "crc32" => false,
        "lower" or "upper" or "min" or "max" or "any_value" or "first_value" or "last_value" or "lag" or "lead" => Possible(call.Arguments[0]),
        "coalesce" => call.Arguments.Any(Possible),
        _ => true,
    };
}
