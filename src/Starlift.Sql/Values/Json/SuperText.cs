using System.Text;
using System.Text.Json;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Json;

/// <summary>JSON_PARSE: a text as a SUPER value, which is JSON without blanks between its parts (Amazon Redshift: "JSON_PARSE function").</summary>
public static class SuperText
{
    const int MaxDepth = 1_000;

    /// <param name="text">Any JSON value.</param>
    /// <param name="result">Where the value goes.</param>
    /// <exception cref="ValueException">The text is no JSON, or an object has an attribute twice.</exception>
    public static void Parse(ReadOnlySpan<byte> text, TextBuffer result)
    {
        try
        {
            Read(text, result);
        }
        catch (JsonException e)
        {
            throw new ValueException(SqlStates.InvalidTextRepresentation, $"JSON parsing error: {e.Message} in {Encoding.UTF8.GetString(text)}");
        }
        catch (InvalidOperationException)
        {
            throw new ValueException(SqlStates.InvalidTextRepresentation, $"JSON parsing error: invalid escape in {Encoding.UTF8.GetString(text)}");
        }
    }

    /// <summary>The same where the last of several attributes of one name counts.</summary>
    /// <param name="text">Any JSON value.</param>
    /// <param name="result">Where the value goes.</param>
    /// <exception cref="ValueException">The text is no JSON.</exception>
    public static void ParseLast(ReadOnlySpan<byte> text, TextBuffer result)
    {
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });
            using var document = JsonDocument.ParseValue(ref reader);
            Last(document.RootElement, result);
        }
        catch (JsonException e)
        {
            throw new ValueException(SqlStates.InvalidTextRepresentation, $"JSON parsing error: {e.Message} in {Encoding.UTF8.GetString(text)}");
        }
    }

    static void Last(JsonElement value, TextBuffer result)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = value.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal).Select(same => same.Last());
                result.Append('{');
                var isFirst = true;
                foreach (var member in members)
                {
                    if (!isFirst)
                    {
                        result.Append(',');
                    }

                    isFirst = false;
                    Quoted(member.Name, result);
                    result.Append(':');
                    Last(member.Value, result);
                }

                result.Append('}');
                break;
            case JsonValueKind.Array:
                result.Append('[');
                for (var i = 0; i < value.GetArrayLength(); i++)
                {
                    if (i > 0)
                    {
                        result.Append(',');
                    }

                    Last(value[i], result);
                }

                result.Append(']');
                break;
            case JsonValueKind.String:
                Quoted(value.GetString()!, result);
                break;
            default:
                result.Append(value.GetRawText());
                break;
        }
    }

    static void Read(ReadOnlySpan<byte> text, TextBuffer result)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });
        var attributes = new Stack<HashSet<string>?>();
        var needsComma = false;
        while (reader.Read())
        {
            var closes = reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject;
            if (needsComma && !closes)
            {
                result.Append(',');
            }

            needsComma = true;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    attributes.Push(reader.TokenType == JsonTokenType.StartObject ? new HashSet<string>(StringComparer.Ordinal) : null);
                    result.Append(reader.TokenType == JsonTokenType.StartObject ? '{' : '[');
                    needsComma = false;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    attributes.Pop();
                    result.Append(reader.TokenType == JsonTokenType.EndObject ? '}' : ']');
                    break;
                case JsonTokenType.PropertyName:
                    var name = reader.GetString()!;
                    if (!attributes.Peek()!.Add(name))
                    {
                        throw new ValueException(SqlStates.InvalidTextRepresentation, $"JSON parsing error: duplicate attribute \"{name}\" in {Encoding.UTF8.GetString(text)}");
                    }

                    Quoted(name, result);
                    result.Append(':');
                    needsComma = false;
                    break;
                case JsonTokenType.String:
                    Quoted(reader.GetString()!, result);
                    break;
                default:
                    foreach (var b in reader.ValueSpan)
                    {
                        result.Append((char)b);
                    }

                    break;
            }
        }
    }

    /// <summary>A JSON string, with no escape that it doesn't need.</summary>
    public static void Quoted(ReadOnlySpan<char> text, TextBuffer result)
    {
        result.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    result.Append('\\');
                    result.Append(c);
                    break;
                case '\n': result.Append("\\n"); break;
                case '\r': result.Append("\\r"); break;
                case '\t': result.Append("\\t"); break;
                case '\b': result.Append("\\b"); break;
                case '\f': result.Append("\\f"); break;
                case < ' ':
                    result.Append($"\\u{(int)c:x4}");
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        result.Append('"');
    }
}
