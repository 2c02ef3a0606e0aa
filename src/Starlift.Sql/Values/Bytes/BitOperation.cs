using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Bytes;

/// <summary>The operators of VARBYTE, byte by byte (Amazon Redshift: "VARBYTE operators").</summary>
public static class BitOperation
{
    /// <param name="symbol">&amp;, | or #, which is the exclusive or.</param>
    /// <param name="result">As long as the operands.</param>
    /// <exception cref="ValueException">The operands are not equally long.</exception>
    public static void Apply(char symbol, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> result)
    {
        if (left.Length != right.Length)
        {
            throw new ValueException(SqlStates.InvalidParameterValue, $"cannot {symbol} VARBYTE values of different sizes: {left.Length} and {right.Length} bytes");
        }

        for (var i = 0; i < left.Length; i++)
        {
            result[i] = (byte)(symbol switch { '&' => left[i] & right[i], '|' => left[i] | right[i], _ => left[i] ^ right[i] });
        }
    }
}
