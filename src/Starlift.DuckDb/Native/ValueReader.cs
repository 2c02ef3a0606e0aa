using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using DuckDB.NET.Native;
using Starlift.Errors;
using Starlift.Sql.Values.Dates;
using Starlift.Warehouses;

namespace Starlift.DuckDb.Native;

/// <summary>
/// Reads the values of one type: first of a vector, then of a row. A value is one of <see cref="QueryResult"/>'s kinds; lists, structs and
/// maps are JSON.
/// </summary>
static unsafe class ValueReader
{
    const int TimeNs = 39;
    const int MinutesHigh = 57_599;

    /// <param name="type">A duckdb_logical_type; it may be destroyed afterwards.</param>
    /// <param name="column">For messages.</param>
    /// <exception cref="StarliftException">The type is none that can be read.</exception>
    public static Func<nint, Func<ulong, object?>> Of(nint type, string column) => (DuckDBType)DuckDbApi.TypeId(type) switch
    {
        DuckDBType.Boolean => Values<byte>(value => value != 0),
        DuckDBType.TinyInt => Values<sbyte>(value => value),
        DuckDBType.SmallInt => Values<short>(value => value),
        DuckDBType.Integer => Values<int>(value => value),
        DuckDBType.BigInt => Values<long>(value => value),
        DuckDBType.UnsignedTinyInt => Values<byte>(value => value),
        DuckDBType.UnsignedSmallInt => Values<ushort>(value => value),
        DuckDBType.UnsignedInteger => Values<uint>(value => value),
        DuckDBType.UnsignedBigInt => Values<ulong>(value => value),
        DuckDBType.Float => Values<float>(value => value),
        DuckDBType.Double => Values<double>(value => value),
        // What sums of integers are; most of them fit a plain integer all the same.
        DuckDBType.HugeInt => Values<Wide>(value => value.IsLong ? (long)value.Low : (object)(BigInteger)value.Signed),
        DuckDBType.UnsignedHugeInt => Values<Wide>(value => value.High == 0 && value.IsLong ? (long)value.Low : (object)(BigInteger)value.Unsigned),
        DuckDBType.Date => Values<int>(DateOf),
        DuckDBType.Time => Values<long>(FarTime.Time),
        (DuckDBType)TimeNs => Values<long>(value => FarTime.Time(value / 1_000)),
        DuckDBType.TimeTz => Values<ulong>(TimeTzOf),
        DuckDBType.Timestamp => Values<long>(value => Finite(value) ?? FarTime.Timestamp(value)),
        DuckDBType.TimestampTz => Values<long>(value => Finite(value) ?? FarTime.TimestampTz(value)),
        DuckDBType.TimestampS => Values<long>(value => Finite(value) ?? FarTime.Timestamp(checked(value * 1_000_000))),
        DuckDBType.TimestampMs => Values<long>(value => Finite(value) ?? FarTime.Timestamp(checked(value * 1_000))),
        DuckDBType.TimestampNs => Values<long>(value => Finite(value) ?? FarTime.Timestamp((long)Math.Floor(value / 1_000m))),
        DuckDBType.Interval => Values<Interval>(value => IntervalText.Of(value)),
        DuckDBType.Uuid => Values<Wide>(value => UuidOf(value)),
        DuckDBType.Varchar => Texts(),
        DuckDBType.Blob => Values<Text>(value => value.Bytes.ToArray()),
        DuckDBType.Bit => Values<Text>(value => BitsOf(value.Bytes)),
        DuckDBType.VarInt => Values<Text>(value => WholeNumberOf(value.Bytes)),
        DuckDBType.SqlNull => _ => _ => null,
        DuckDBType.Decimal => DecimalOf(type),
        DuckDBType.Enum => EnumOf(type),
        DuckDBType.List => NestedReader.List(type, column),
        DuckDBType.Array => NestedReader.Array(type, column),
        DuckDBType.Map => NestedReader.Map(type, column),
        DuckDBType.Struct => NestedReader.Struct(type, column),
        DuckDBType.Union => NestedReader.Union(type, column),
        var other => throw new StarliftException(ExitCode.RunFailed, new Problem(
            $"the column '{column}' is of a type of DuckDB's that can't be shown (number {(int)other})", Hint: "cast it: column::varchar")),
    };

    /// <summary>The values of a vector whose elements are stored one behind the other; null where they are not valid.</summary>
    public static Func<nint, Func<ulong, object?>> Values<T>(Func<T, object?> valueOf)
        where T : unmanaged => vector =>
        {
            var data = DuckDbApi.VectorGetData(vector);
            var validity = DuckDbApi.VectorGetValidity(vector);
            return row => IsValid(validity, row) ? valueOf(((T*)data)[row]) : null;
        };

    // Names and codes often come many times in a row: they are one string then.
    static Func<nint, Func<ulong, object?>> Texts()
    {
        var last = "";
        return Values<Text>(value =>
        {
            var bytes = value.Bytes;
            return Ascii.Equals(bytes, last) ? last : last = Encoding.UTF8.GetString(bytes);
        });
    }

    /// <param name="validity">Of duckdb_vector_get_validity; 0 where all rows are.</param>
    /// <param name="row">Which.</param>
    public static bool IsValid(nint validity, ulong row) => validity == 0 || (((ulong*)validity)[row / 64] >> (int)(row % 64) & 1) != 0;

    static Func<nint, Func<ulong, object?>> DecimalOf(nint type)
    {
        var scale = DuckDbApi.DecimalScale(type);
        return (DuckDBType)DuckDbApi.DecimalStorage(type) switch
        {
            DuckDBType.SmallInt => Values<short>(value => WideDecimal.Of(value, scale)),
            DuckDBType.Integer => Values<int>(value => WideDecimal.Of(value, scale)),
            DuckDBType.BigInt => Values<long>(value => WideDecimal.Of(value, scale)),
            _ => Values<Wide>(value => WideDecimal.Of(value.Signed, scale)),
        };
    }

    static Func<nint, Func<ulong, object?>> EnumOf(nint type)
    {
        var names = new string[DuckDbApi.EnumSize(type)];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Names.Take(DuckDbApi.EnumValue(type, (ulong)i));
        }

        return (DuckDBType)DuckDbApi.EnumStorage(type) switch
        {
            DuckDBType.UnsignedTinyInt => Values<byte>(value => names[value]),
            DuckDBType.UnsignedSmallInt => Values<ushort>(value => names[value]),
            _ => Values<uint>(value => names[value]),
        };
    }

    static object DateOf(int days) => days switch
    {
        int.MaxValue => FarTime.Infinity,
        -int.MaxValue => $"-{FarTime.Infinity}",
        _ => FarTime.Date(days),
    };

    static string? Finite(long value) => value switch
    {
        long.MaxValue => FarTime.Infinity,
        -long.MaxValue => $"-{FarTime.Infinity}",
        _ => null,
    };

    // The offset stands in the lower 24 bits, counted downwards from the largest: so that equal moments sort by it.
    static string TimeTzOf(ulong bits)
    {
        var offset = MinutesHigh - (int)(bits & 0xFF_FFFF);
        var zone = FarTime.Clock(Math.Abs(offset) * 1_000_000L);
        zone = zone.EndsWith(":00:00", StringComparison.Ordinal) ? zone[..^6] : zone.EndsWith(":00", StringComparison.Ordinal) ? zone[..^3] : zone;
        return $"{FarTime.Clock((long)(bits >> 24))}{(offset < 0 ? '-' : '+')}{zone}";
    }

    // Its first bit is turned, so that it sorts as a number.
    static string UuidOf(Wide value)
    {
        var hex = (value.Unsigned ^ (UInt128.One << 127)).ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
        return $"{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..]}";
    }

    // The first byte says how many bits of the second are none.
    static string BitsOf(ReadOnlySpan<byte> bytes)
    {
        var bits = new StringBuilder();
        for (var i = 8 + bytes[0]; i < bytes.Length * 8; i++)
        {
            bits.Append((bytes[i / 8] >> (7 - (i % 8)) & 1) == 0 ? '0' : '1');
        }

        return bits.ToString();
    }

    // Three bytes of length and sign, then the digits; of a negative number each bit is turned.
    static BigInteger WholeNumberOf(ReadOnlySpan<byte> bytes)
    {
        var digits = bytes[3..].ToArray();
        if ((bytes[0] & 0x80) != 0)
        {
            return new BigInteger(digits, isUnsigned: true, isBigEndian: true);
        }

        for (var i = 0; i < digits.Length; i++)
        {
            digits[i] = (byte)~digits[i];
        }

        return -new BigInteger(digits, isUnsigned: true, isBigEndian: true);
    }

    [StructLayout(LayoutKind.Sequential)]
    readonly record struct Wide(ulong Low, ulong High)
    {
        public bool IsLong => (long)High == (long)Low >> 63;

        public UInt128 Unsigned => new(High, Low);

        public Int128 Signed => new(High, Low);
    }

    /// <summary>duckdb_string_t: up to twelve bytes stand behind the length, others where the pointer says.</summary>
    [StructLayout(LayoutKind.Sequential)]
    struct Text
    {
        readonly uint _length;
        fixed byte _inline[4];
        readonly nint _pointer;

        public ReadOnlySpan<byte> Bytes => _length <= InlineString.MaxLength
            ? new ReadOnlySpan<byte>(System.Runtime.CompilerServices.Unsafe.AsPointer(ref _inline[0]), (int)_length)
            : new ReadOnlySpan<byte>((void*)_pointer, (int)_length);
    }
}
