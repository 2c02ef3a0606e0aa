using System.Text.Json;
using System.Text.Unicode;

namespace Starlift.Copying;

/// <summary>Any JSON value to SUPER, kept as JSON text (Amazon Redshift: "Limitations" of SUPER).</summary>
static class SuperConversion
{
    /// <summary>Of a string inside a SUPER value, decoded.</summary>
    const int MaxStringBytes = 65_535;

    /// <param name="json">By JSON's grammar, without white space between its parts.</param>
    /// <param name="error">Set where the result is false.</param>
    public static bool TryCheck(ReadOnlySpan<byte> json, out ConversionError error)
    {
        error = default;
        if (!Utf8.IsValid(json))
        {
            error = Utf8Text.ErrorOf(json);
            return false;
        }

        if (json.Contains((byte)'\\') && HasLoneSurrogate(json))
        {
            error = new ConversionError(LoadErrorCode.InvalidSuper, "Invalid JSON format for SUPER: a surrogate stands alone");
            return false;
        }

        if (json.Length > MaxStringBytes && HasLongString(json))
        {
            error = new ConversionError(LoadErrorCode.InvalidSuper, $"Invalid JSON format for SUPER: a string is longer than {MaxStringBytes} bytes{LongStringPath.Of(json, MaxStringBytes)}");
            return false;
        }

        return true;
    }

    /// <summary>Whether a field of CSV is one JSON value, with or without white space around it.</summary>
    /// <param name="text">Not blank.</param>
    /// <param name="error">Set where the result is false.</param>
    public static bool TryGrammar(ReadOnlySpan<byte> text, out ConversionError error)
    {
        error = default;
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = RecordScanner.MaxDepth });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            error = new ConversionError(LoadErrorCode.InvalidSuper, "Invalid JSON format for SUPER: the field is not one JSON value", (int)reader.BytesConsumed);
            return false;
        }
    }

    static bool HasLoneSurrogate(ReadOnlySpan<byte> json)
    {
        var decoded = new byte[json.Length];
        return !Utf8.IsValid(decoded.AsSpan(0, JsonText.Unescape(json, decoded)));
    }

    static bool HasLongString(ReadOnlySpan<byte> json)
    {
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] != '"')
            {
                continue;
            }

            var start = ++at;
            while (json[at] != '"')
            {
                at += json[at] == '\\' ? 2 : 1;
            }

            if (at - start > MaxStringBytes && JsonText.Unescape(json[start..at], new byte[at - start]) > MaxStringBytes)
            {
                return true;
            }
        }

        return false;
    }
}
