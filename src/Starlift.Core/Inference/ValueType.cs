using System.Numerics;
using Starlift.Sql;

namespace Starlift.Inference;

/// <summary>The form and the type that a column of these values needs, with room for what the sample has not shown.</summary>
/// <param name="Form">What the values are.</param>
/// <param name="Type">The column's; of an epoch that of its time.</param>
/// <param name="Rounds">A COPY of it needs ROUNDEC: its numbers pass through doubles, whose last digits a DECIMAL would cut.</param>
sealed record ValueType(ValueForm Form, SqlType Type, bool Rounds = false)
{
    const int LongestText = 65_535;
    const int LeastText = 32;

    /// <summary>An INTEGER is taken for numbers up to a tenth of what it holds.</summary>
    static readonly BigInteger LargestInteger = int.MaxValue / 10;

    static readonly int[] Lengths = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, LongestText];

    static readonly SqlType Number = new(SqlTypeKind.Decimal, Precision: 18, Scale: 4);

    public static SqlType BigInt { get; } = new(SqlTypeKind.BigInt);

    /// <param name="path">The values.</param>
    public static ValueType Of(PathProfile path)
    {
        var kinds = (path.Texts.Filled > 0 ? 1 : 0) + (path.Numbers.Count > 0 ? 1 : 0) + (path.Booleans > 0 ? 1 : 0) + (path.Objects + path.Arrays > 0 ? 1 : 0);
        if (path.Objects + path.Arrays > 0 || (kinds > 1 && path.Numbers.Fractions > 0))
        {
            return new ValueType(ValueForm.Nested, new SqlType(SqlTypeKind.Super));
        }

        // Numbers and booleans have one text each; what texts besides them say, only a text holds.
        return kinds > 1 ? TextOf(path)
            : path.Numbers.Count > 0 ? OfNumbers(path)
            : path.Booleans > 0 ? new ValueType(ValueForm.Boolean, new SqlType(SqlTypeKind.Boolean))
            : path.Texts.Filled > 0 ? OfTexts(path)
            : new ValueType(path.Texts.Count > 0 ? ValueForm.Text : ValueForm.Nothing, new SqlType(SqlTypeKind.Varchar, 256));
    }

    static ValueType OfNumbers(PathProfile path)
    {
        var numbers = path.Numbers;
        if (numbers.Fractions > 0)
        {
            return numbers.MaxScale <= 2 && numbers.MaxWholeDigits <= 12
                ? new ValueType(ValueForm.Decimal, Number, Rounds: true)
                : new ValueType(numbers.Inexact > 0 ? ValueForm.Nested : ValueForm.Double, new SqlType(numbers.Inexact > 0 ? SqlTypeKind.Super : SqlTypeKind.DoublePrecision));
        }

        if (numbers.WholeFractions > 0)
        {
            // 35.0 is a measurement whose next value may be 35.5; 1541077528796.0 is a number that somebody wrote as a double.
            return Math.Max(Math.Abs(numbers.Min), Math.Abs(numbers.Max)) is >= 1e9 and < 9e15
                ? new ValueType(ValueForm.Integer, BigInt)
                : new ValueType(ValueForm.Double, new SqlType(SqlTypeKind.DoublePrecision));
        }

        var largest = BigInteger.Max(BigInteger.Abs(numbers.MinInteger), BigInteger.Abs(numbers.MaxInteger));
        return NameWords.SayTime(path.Key) && numbers.AreAllSeconds ? new ValueType(ValueForm.EpochSeconds, new SqlType(SqlTypeKind.Timestamp))
            : NameWords.SayTime(path.Key) && numbers.AreAllMilliseconds ? new ValueType(ValueForm.EpochMilliseconds, new SqlType(SqlTypeKind.Timestamp))
            : largest > long.MaxValue ? BeyondBigInt(numbers)
            : new ValueType(ValueForm.Integer, largest <= LargestInteger ? new SqlType(SqlTypeKind.Integer) : BigInt);
    }

    static ValueType BeyondBigInt(NumberProfile numbers) => numbers.MaxWholeDigits <= 38
        ? new ValueType(ValueForm.Decimal, new SqlType(SqlTypeKind.Decimal, Precision: 38))
        : new ValueType(ValueForm.Text, new SqlType(SqlTypeKind.Varchar, LengthFor(numbers.MaxWholeDigits)));

    static ValueType OfTexts(PathProfile path)
    {
        var texts = path.Texts;
        if (texts.AreAll(TextShape.Date))
        {
            return new ValueType(ValueForm.Date, new SqlType(SqlTypeKind.Date));
        }

        if (texts.AreAll(TextShape.Date, TextShape.LocalTime, TextShape.UtcTime))
        {
            return new ValueType(ValueForm.Timestamp, new SqlType(SqlTypeKind.Timestamp));
        }

        // TIMESTAMP would leave an offset out of account and be wrong by hours.
        if (texts.AreAll(TextShape.Date, TextShape.LocalTime, TextShape.UtcTime, TextShape.OffsetTime))
        {
            return new ValueType(ValueForm.TimestampTz, new SqlType(SqlTypeKind.TimestampTz));
        }

        // Digits of one length are a code, whose next value may begin with 0.
        if (texts.AreAll(TextShape.Integer) && (texts.MinBytes < texts.MaxBytes || texts.MaxBytes == 1) && texts.MaxBytes < 18 && NameWords.SayNumber(path.Key))
        {
            return new ValueType(ValueForm.Integer, texts.MaxBytes <= 8 ? new SqlType(SqlTypeKind.Integer) : BigInt);
        }

        // Version 1.10 is not version 1.1.
        if (texts.AreAll(TextShape.Decimal, TextShape.Integer) && texts.HasAny(TextShape.Decimal) && NameWords.SayAmount(path.Key) && texts.MaxWholeDigits + texts.MaxScale <= 30)
        {
            var scale = texts.MaxScale + 2;
            return new ValueType(ValueForm.Decimal, new SqlType(SqlTypeKind.Decimal, Precision: Math.Max(18, texts.MaxWholeDigits + scale + 4), Scale: scale));
        }

        return TextOf(path);
    }

    // A list of words is as long as its words; other texts, and what tells things apart, have room for what a small sample has not shown.
    static ValueType TextOf(PathProfile path) => new(
        ValueForm.Text, new SqlType(SqlTypeKind.Varchar, LengthFor(Math.Max(path.Texts.MaxBytes, path.Texts.Listed.Count > 0 && !NameWords.SayId(path.Key) ? 0 : LeastText))));

    /// <summary>Twice the bytes that were seen, rounded up.</summary>
    public static int LengthFor(int bytes) => Lengths.FirstOrDefault(length => length >= 2L * bytes, LongestText);
}
