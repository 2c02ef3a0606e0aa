using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>Decoded text to CHAR and VARCHAR, whose lengths count bytes (Amazon Redshift: "Character types").</summary>
static class TextConversion
{
    static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n\v\f"u8);

    /// <summary>What became of the text.</summary>
    public enum Outcome
    {
        Text,
        Null,
        Error,
    }

    /// <param name="text">Decoded; on return what to store.</param>
    /// <param name="mayBeInvalid">The text is not known to be ASCII.</param>
    /// <param name="type">CHAR(n) or VARCHAR(n).</param>
    /// <param name="options">Of the COPY.</param>
    /// <param name="replaced">Set where ACCEPTINVCHARS replaced a character; else left as it is.</param>
    /// <param name="error">Set where the outcome is an error.</param>
    public static Outcome Convert(
        ref ReadOnlySpan<byte> text, bool mayBeInvalid, SqlType type, ConversionOptions options, ref bool replaced, out ConversionError error)
    {
        error = default;
        if (mayBeInvalid && !TryMakeValid(ref text, type, options, ref replaced, out error))
        {
            return Outcome.Error;
        }

        // Redshift does not document the order: trim, then look for NULL, then cut. What was blank stays so when it is trimmed.
        var blank = text.Length > 0 && !text.ContainsAnyExcept(Blanks);
        if (options.TrimBlanks && type.Kind == SqlTypeKind.Varchar)
        {
            text = text.TrimEnd(" \t\r\n\v\f"u8);
        }

        if ((options.EmptyAsNull && text.Length == 0) || (options.BlanksAsNull && blank))
        {
            return Outcome.Null;
        }

        if (type.Kind == SqlTypeKind.Char)
        {
            if (text.IndexOfAnyExceptInRange((byte)0, (byte)127) is var at && at >= 0)
            {
                error = MultibyteInChar(text, at);
                return Outcome.Error;
            }

            // CHAR is padded with blanks that mean nothing; stored without them, it compares and measures as on Redshift.
            text = text.TrimEnd((byte)' ');
        }

        return text.Length <= type.Length || TryShorten(ref text, type, options, out error) ? Outcome.Text : Outcome.Error;
    }

    static bool TryMakeValid(
        ref ReadOnlySpan<byte> text, SqlType type, ConversionOptions options, ref bool replaced, out ConversionError error)
    {
        error = default;
        if (text.IndexOf((byte)0) is var nul && nul >= 0)
        {
            if (nul == 0 && text.Length > 1)
            {
                error = new ConversionError(LoadErrorCode.NullByte, "Invalid null byte - field longer than 1 byte");
                return false;
            }

            text = text[..nul];
        }

        var replaces = options.Replacement is not null && type.Kind == SqlTypeKind.Varchar;
        if (Utf8.IsValid(text) && !(replaces && Utf8Text.HasNoncharacter(text)))
        {
            return true;
        }

        if (!replaces)
        {
            error = Utf8Text.ErrorOf(text);
            return false;
        }

        var mended = text.ToArray();
        replaced |= Utf8Text.Replace(mended, options.Replacement!.Value);
        text = mended;
        return true;
    }

    static bool TryShorten(ref ReadOnlySpan<byte> text, SqlType type, ConversionOptions options, out ConversionError error)
    {
        error = default;
        if (options.TruncateColumns)
        {
            var length = type.Length;
            while (length > 0 && (text[length] & 0xC0) == 0x80)
            {
                length--;
            }

            text = text[..length];
            return true;
        }

        if (!text[type.Length..].ContainsAnyExcept((byte)' '))
        {
            text = text[..type.Length];
            return true;
        }

        error = new ConversionError(
            LoadErrorCode.OutOfRange,
            type.Kind == SqlTypeKind.Char ? "Char length exceeds DDL length" : "String length exceeds DDL length");
        return false;
    }

    static ConversionError MultibyteInChar(ReadOnlySpan<byte> text, int at)
    {
        Rune.DecodeFromUtf8(text[at..], out _, out var used);
        return new ConversionError(
            LoadErrorCode.InvalidUtf8,
            $"Multibyte character not supported for CHAR (Hint: Try using VARCHAR). Invalid char: {Utf8Text.Hex(text.Slice(at, used))}",
            at);
    }
}
