using System.Globalization;
using System.Text;
using System.Text.Json;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Json;

/// <summary>JSON in VARCHAR (Amazon Redshift: "JSON functions"). The whole text is read, so that a fault behind what is asked for is seen too.</summary>
public static class JsonTexts
{
    const int MaxDepth = 1_000;

    static readonly JsonReaderOptions Strict = new() { MaxDepth = MaxDepth };

    /// <summary>CAN_JSON_PARSE: any JSON value.</summary>
    public static bool IsValid(ReadOnlySpan<byte> text) => TypeOf(text) != JsonTokenType.None;

    /// <summary>IS_VALID_JSON: an object.</summary>
    public static bool IsObject(ReadOnlySpan<byte> text) => TypeOf(text) == JsonTokenType.StartObject;

    /// <summary>IS_VALID_JSON_ARRAY.</summary>
    public static bool IsArray(ReadOnlySpan<byte> text) => TypeOf(text) == JsonTokenType.StartArray;

    /// <summary>JSON_ARRAY_LENGTH; null where the text is no array and may be none.</summary>
    /// <exception cref="ValueException">The text is no array.</exception>
    public static int? ArrayLength(ReadOnlySpan<byte> text, bool nullIfInvalid)
    {
        if (!IsArray(text))
        {
            return nullIfInvalid ? null : throw Bad("array object", text);
        }

        var reader = new Utf8JsonReader(text, Strict);
        reader.Read();
        var length = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
            length++;
        }

        return length;
    }

    /// <summary>JSON_EXTRACT_ARRAY_ELEMENT_TEXT; false, which is NULL, where there is no such element.</summary>
    /// <param name="index">From 0; below it there is nothing.</param>
    /// <exception cref="ValueException">The text is no array.</exception>
    public static bool TryElement(ReadOnlySpan<byte> text, int index, bool nullIfInvalid, TextBuffer result)
    {
        if (!IsArray(text))
        {
            return nullIfInvalid ? false : throw Bad("array object", text);
        }

        var reader = new Utf8JsonReader(text, Strict);
        reader.Read();
        return ToElement(ref reader, index) && TryValue(ref reader, text, result);
    }

    /// <summary>JSON_EXTRACT_PATH_TEXT; false, which is NULL, where the path leads nowhere or to null.</summary>
    /// <param name="path">Names of members; of an array the index from 0.</param>
    /// <exception cref="ValueException">The text is neither an object nor an array.</exception>
    public static bool TryPath(ReadOnlySpan<byte> text, ReadOnlySpan<string> path, bool nullIfInvalid, TextBuffer result)
    {
        if (TypeOf(text) is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return nullIfInvalid ? false : throw Bad("object", text);
        }

        var reader = new Utf8JsonReader(text, Strict);
        reader.Read();
        foreach (var step in path)
        {
            if (!Into(ref reader, step))
            {
                return false;
            }
        }

        return TryValue(ref reader, text, result);
    }

    static bool Into(ref Utf8JsonReader reader, string step) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ToMember(ref reader, step),
        JsonTokenType.StartArray => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && ToElement(ref reader, index),
        _ => false,
    };

    static bool ToMember(ref Utf8JsonReader reader, string name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    static bool ToElement(ref Utf8JsonReader reader, int index)
    {
        while (index >= 0 && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (index-- == 0)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    /// <summary>The value at the reader: a string decoded, everything else as it is written; false for null.</summary>
    static bool TryValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, TextBuffer result)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            result.Append(reader.GetString());
            return true;
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        result.Append(Encoding.UTF8.GetString(text[start..(int)reader.BytesConsumed]));
        return true;
    }

    /// <summary>The first token of a text that is JSON; none of any other.</summary>
    static JsonTokenType TypeOf(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text, Strict);
            var type = JsonTokenType.None;
            while (reader.Read())
            {
                type = type == JsonTokenType.None ? reader.TokenType : type;
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    // half a surrogate pair is found only where the text is decoded
                    _ = reader.GetString();
                }
            }

            return type;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return JsonTokenType.None;
        }
    }

    static ValueException Bad(string what, ReadOnlySpan<byte> text) => new(SqlStates.InvalidTextRepresentation, $"JSON parsing error: invalid json {what} {Encoding.UTF8.GetString(text)}");
}
