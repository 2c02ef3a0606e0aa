namespace Starlift.Sql.Meaning.Types;

/// <summary>What an operator makes of its operands.</summary>
/// <param name="Result">The type of the value.</param>
/// <param name="Left">What the left operand is converted to first; of a prefix operator the only one.</param>
/// <param name="Right">What the right operand is converted to first.</param>
public readonly record struct OperatorType(DataType Result, DataType Left, DataType Right);
