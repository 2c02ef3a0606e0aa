using Starlift.DuckDb.Native.Scalars;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Bytes;
using static Starlift.DuckDb.Native.Scalars.ScalarType;

namespace Starlift.DuckDb.Values;

/// <summary>Amazon Redshift: "VARBYTE functions and operators".</summary>
static class ByteFunctions
{
    public static ScalarFunction[] All =>
    [
        new("starlift_from_hex", [Text], ScalarType.Bytes, static (ref c) => c.Return(HexText.Read(c.Chars(0)))),
        new("starlift_to_varbyte", [Text, Text], ScalarType.Bytes, static (ref c) => c.Return(VarbyteText.Read(c.Chars(0), c.Chars(1)))),
        new("starlift_from_varbyte", [ScalarType.Bytes, Text], Text, static (ref c) => FromVarbyte(ref c)),
        new("starlift_getbit", [ScalarType.Bytes, Integer], Integer, static (ref c) => c.Return(VarbyteText.Bit(c.Bytes(0), c.Integer(1)))),
        new("starlift_bytes_and", [ScalarType.Bytes, ScalarType.Bytes], ScalarType.Bytes, static (ref c) => Operate(ref c, '&')),
        new("starlift_bytes_or", [ScalarType.Bytes, ScalarType.Bytes], ScalarType.Bytes, static (ref c) => Operate(ref c, '|')),
        new("starlift_bytes_xor", [ScalarType.Bytes, ScalarType.Bytes], ScalarType.Bytes, static (ref c) => Operate(ref c, '#')),
        new("starlift_bytes_substring", [ScalarType.Bytes, BigInt, BigInt], ScalarType.Bytes, static (ref c) => Substring(ref c)),
        new("starlift_bytes_not", [ScalarType.Bytes], ScalarType.Bytes, static (ref c) => Not(ref c)),
    ];

    static void FromVarbyte(ref ScalarCall call)
    {
        VarbyteText.Write(call.Bytes(0), call.Chars(1), call.Text);
        call.ReturnWritten();
    }

    static void Operate(ref ScalarCall call, char symbol)
    {
        var result = new byte[call.Bytes(0).Length];
        BitOperation.Apply(symbol, call.Bytes(0), call.Bytes(1), result);
        call.Return(result);
    }

    // what lies before the first byte counts, and is nothing
    static void Substring(ref ScalarCall call)
    {
        var bytes = call.Bytes(0);
        var (start, length) = (call.BigInt(1), call.BigInt(2));
        if (length < 0)
        {
            throw new ValueException(SqlStates.InvalidParameterValue, "negative substring length not allowed");
        }

        var from = Math.Clamp(start - 1, 0, bytes.Length);
        var to = Math.Clamp(start - 1 + length, from, bytes.Length);
        call.Return(bytes[(int)from..(int)to]);
    }

    static void Not(ref ScalarCall call)
    {
        var result = call.Bytes(0).ToArray();
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = (byte)~result[i];
        }

        call.Return(result);
    }
}
