using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using Starlift.Warehouses;

namespace Starlift.Server.Wire;

/// <summary>Values as PostgreSQL's binary format has them, which drivers ask for by column.</summary>
static class BinaryValues
{
    const long DayOf2000 = 10_957;
    const long Microseconds2000 = DayOf2000 * 86_400_000_000;

    /// <param name="writer">Gets the value behind the count of its bytes.</param>
    /// <param name="value">As a result has it.</param>
    /// <param name="type">As the client was told.</param>
    /// <exception cref="ServerError">The value has no binary form, such as a year beyond 9999.</exception>
    public static void Write(MessageWriter writer, object? value, WireType type)
    {
        if (value is null or DBNull)
        {
            writer.Null();
            return;
        }

        switch (type.Number)
        {
            case WireType.Bool:
                writer.Int32(1).Byte((bool)value ? (byte)1 : (byte)0);
                break;
            case WireType.Int2:
                writer.Int32(2).Int16(Convert.ToInt16(value, CultureInfo.InvariantCulture));
                break;
            case WireType.Int4 or WireType.Oid:
                writer.Int32(4).Int32(Convert.ToInt32(value, CultureInfo.InvariantCulture));
                break;
            case WireType.Int8:
                writer.Int32(8).Int64(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case WireType.Float4:
                writer.Int32(4).Int32(BitConverter.SingleToInt32Bits(Convert.ToSingle(value, CultureInfo.InvariantCulture)));
                break;
            case WireType.Float8:
                writer.Int32(8).Int64(BitConverter.DoubleToInt64Bits(Convert.ToDouble(value, CultureInfo.InvariantCulture)));
                break;
            case WireType.Numeric:
                Numeric(writer, ResultText.Of(value));
                break;
            case WireType.Date when value is DateOnly date:
                writer.Int32(4).Int32(date.DayNumber - (int)(new DateOnly(2000, 1, 1).DayNumber));
                break;
            case WireType.Time when value is TimeOnly time:
                writer.Int32(8).Int64(time.Ticks / TimeSpan.TicksPerMicrosecond);
                break;
            case WireType.Timestamp when value is DateTime moment:
                writer.Int32(8).Int64((moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond - Microseconds2000);
                break;
            case WireType.TimestampTz when value is DateTimeOffset instant:
                writer.Int32(8).Int64((instant.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond - Microseconds2000);
                break;
            case WireType.Date or WireType.Time or WireType.Timestamp or WireType.TimestampTz or WireType.TimeTz or WireType.IntervalYearToMonth or WireType.IntervalDayToSecond or 1186:
                throw new ServerError(WireStates.NotSupported, $"the value '{ResultText.Of(value)}' has no binary form here", hint: "ask for the text format");
            default:
                if (value is byte[] bytes)
                {
                    writer.Value(bytes);
                }
                else
                {
                    writer.Value(ResultText.Of(value));
                }

                break;
        }
    }

    // Groups of four decimal digits, the weight of the first, the sign, and how many digits are shown behind the point.
    static void Numeric(MessageWriter writer, string text)
    {
        var negative = text.StartsWith('-');
        var digits = text.TrimStart('-');
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var scale = point < 0 ? 0 : digits.Length - point - 1;
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? "" : digits[(point + 1)..];
        var padded = whole.PadLeft((whole.Length + 3) / 4 * 4, '0') + fraction.PadRight((fraction.Length + 3) / 4 * 4, '0');
        var groups = Enumerable.Range(0, padded.Length / 4).Select(group => short.Parse(padded.AsSpan(group * 4, 4), CultureInfo.InvariantCulture)).ToList();
        var weight = (whole.Length + 3) / 4 - 1;
        while (groups is [0, ..])
        {
            groups.RemoveAt(0);
            weight--;
        }

        while (groups is [.., 0])
        {
            groups.RemoveAt(groups.Count - 1);
        }

        writer.Int32(8 + 2 * groups.Count).Int16(groups.Count).Int16(groups.Count == 0 ? 0 : weight).Int16(negative ? 0x4000 : 0).Int16(scale);
        groups.ForEach(group => writer.Int16(group));
    }

    /// <summary>The text of a NUMERIC in binary form.</summary>
    public static string NumericText(ReadOnlySpan<byte> bytes)
    {
        var body = new BodyReader(bytes);
        var (count, weight, sign, scale) = (body.Int16(), body.Int16(), body.Int16(), body.Int16());
        if (sign is not (0 or 0x4000) || scale is < 0 or > 1000 || weight is < -1000 or > 1000 || count is < 0 or > 1000)
        {
            throw new ServerError(WireStates.InvalidBinary, "invalid value of a numeric parameter");
        }

        var unscaled = BigInteger.Zero;
        var exponent = 4 * (weight + 1);
        for (var group = 0; group < count; group++)
        {
            unscaled = unscaled * 10_000 + body.Int16();
            exponent -= 4;
        }

        body.End();
        var text = exponent >= 0 ? (unscaled * BigInteger.Pow(10, exponent)).ToString(CultureInfo.InvariantCulture) : Pointed(unscaled, -exponent);
        return (sign == 0 ? "" : "-") + Scaled(text, scale);
    }

    static string Pointed(BigInteger unscaled, int behind)
    {
        var digits = unscaled.ToString(CultureInfo.InvariantCulture).PadLeft(behind + 1, '0');
        return $"{digits[..^behind]}.{digits[^behind..]}";
    }

    static string Scaled(string text, int scale)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? "" : text[(point + 1)..];
        var whole = point < 0 ? text : text[..point];
        return scale == 0 ? whole : $"{whole}.{(fraction.Length > scale ? fraction[..scale] : fraction.PadRight(scale, '0'))}";
    }

    /// <summary>The text of a parameter in binary form.</summary>
    /// <exception cref="ServerError">The bytes are no value of the type, or the type's binary form is not read here.</exception>
    public static string TextOf(ReadOnlySpan<byte> bytes, int type)
    {
        var body = new BodyReader(bytes);
        var text = type switch
        {
            WireType.Bool => body.Bytes(1)[0] == 0 ? "false" : "true",
            WireType.Int2 => body.Int16().ToString(CultureInfo.InvariantCulture),
            WireType.Int4 or WireType.Oid => body.Int32().ToString(CultureInfo.InvariantCulture),
            WireType.Int8 => Int64(ref body).ToString(CultureInfo.InvariantCulture),
            WireType.Float4 => BitConverter.Int32BitsToSingle(body.Int32()).ToString("R", CultureInfo.InvariantCulture),
            WireType.Float8 => BitConverter.Int64BitsToDouble(Int64(ref body)).ToString("R", CultureInfo.InvariantCulture),
            WireType.Date => Moment(body.Int32() * 86_400_000_000L).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            WireType.Timestamp => Moment(Int64(ref body)).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
            WireType.TimestampTz => Moment(Int64(ref body)).ToString("yyyy-MM-dd HH:mm:ss.ffffff+00", CultureInfo.InvariantCulture),
            WireType.Time => TimeOfDay(Int64(ref body)),
            WireType.Numeric => NumericText(body.Bytes(bytes.Length)),
            WireType.Varbyte or 17 => Convert.ToHexStringLower(body.Bytes(bytes.Length)),
            0 or WireType.Text or WireType.Varchar or WireType.BpChar or WireType.Unknown or WireType.Super => BodyReader.Decoded(body.Bytes(bytes.Length)),
            _ => throw new ServerError(WireStates.NotSupported, string.Create(CultureInfo.InvariantCulture, $"parameters of type {type} are not read in binary form"), hint: "send it as text"),
        };
        body.End();
        return text;
    }

    static long Int64(ref BodyReader body) => BinaryPrimitives.ReadInt64BigEndian(body.Bytes(8));

    static DateTime Moment(long microseconds)
    {
        var since = microseconds + Microseconds2000;
        return since >= -62_135_596_800_000_000 && since <= 253_402_300_799_999_999
            ? DateTime.UnixEpoch.AddMicroseconds(since)
            : throw new ServerError("22008", "timestamp out of range");
    }

    static string TimeOfDay(long microseconds) => microseconds is >= 0 and < 86_400_000_000
        ? new TimeOnly(microseconds * TimeSpan.TicksPerMicrosecond).ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)
        : throw new ServerError("22008", "time out of range");
}
